import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder of what is kept between runs: in the nearest `node_modules`, where other tools keep such things as well.
 * Without one, nothing is kept.
 *
 * @param folder - absolute.
 */
export function cacheFolder(folder: string): string | undefined {
  const modules = join(folder, "node_modules");
  if (existsSync(modules)) return join(modules, ".cache", "typed-chains");
  return dirname(folder) === folder ? undefined : cacheFolder(dirname(folder));
}
