import { realpathSync } from "node:fs";
import { basename, dirname, isAbsolute, join } from "node:path";
import type { SourceHost } from "../../read/source-host.js";
import { relativePath } from "../../relative-path.js";

/**
 * A revision in which a path that is not in it is looked for where the links on disk lead now: package managers link the
 * packages of a workspace, and git keeps nothing behind a link.
 *
 * @param host - paths start at the current folder.
 */
export function throughLinks(host: SourceHost): SourceHost {
  const known = new Map<string, string>();
  const led = (path: string): string => {
    if (isAbsolute(path) || host.realPath(path) !== undefined) return path;
    const end = known.get(path) ?? relativePath(".", endOf(join(process.cwd(), path)));
    known.set(path, end);
    return end;
  };
  return {
    ...host,
    read: (path) => host.read(led(path)),
    exists: (path) => host.exists(led(path)),
    list: (path) => host.list(led(path)),
    realPath: (path) => host.realPath(led(path)),
  };
}

/** Where a path leads: of what is gone, the folders that are there lead somewhere. */
function endOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(endOf(dirname(path)), basename(path));
  }
}
