import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { ConfigProblem } from "../../config/config-error.js";
import type { ConfigPath } from "../../config/place-text.js";

/** A folder as it is shown, and where the first chain of it stands in the config. */
interface PlacedFolder {
  readonly out: string;
  readonly path?: ConfigPath | undefined;
}

/**
 * Refuses two names of one folder, by links or, on macOS and Windows, by case: the client that is written last takes the
 * other one away.
 */
export function checkDistinctFolders(folders: readonly PlacedFolder[]): readonly ConfigProblem[] {
  const seen = new Map<string, string>();
  return folders.flatMap(({ out, path = [] }): readonly ConfigProblem[] => {
    const real = realPath(resolve(out));
    const before = seen.get(real.toLowerCase());
    seen.set(real.toLowerCase(), before ?? out);
    if (before === undefined) return [];
    const where = realPath(resolve(before)) === real ? "" : " on macOS and Windows, which ignore case";
    const message = `${before} and ${out} are the same folder${where}`;
    const help = "write it in the same way for all its chains, or give another folder";
    return [{ code: "TC605", message, help, path: [...path, "out"] }];
  });
}

/** The path without links; of what does not exist yet, that of the folder around it. */
export function realPath(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path));
}
