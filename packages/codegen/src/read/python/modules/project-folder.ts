import type { SourceHost } from "../../source-host.js";
import { joinPath, parentOf } from "./paths.js";

/** What marks the folder of a project. */
const marks = [
  ".git",
  "pyproject.toml",
  ...["ts", "mts", "js", "mjs", "json"].map((extension) => `typed-chains.config.${extension}`),
];

/**
 * The project that a folder belongs to: the nearest folder with one of the marks, else the folder itself. The path is
 * real, without links; `undefined` where there is no such folder.
 *
 * @param marked - a folder that is a project without a mark: a config may have any name.
 */
export function projectFolder(host: SourceHost, folder: string, marked?: string): string | undefined {
  const start = host.realPath(folder);
  const known = marked === undefined ? undefined : host.realPath(marked);
  for (let current = start; current !== undefined; current = above(current)) {
    if (current === known || marks.some((mark) => isThere(host, joinPath(current, mark)))) return current;
  }
  return start;
}

/** Asked by name, so that the answer does not depend on what else comes and goes in the folder. */
function isThere(host: SourceHost, path: string): boolean {
  return host.realPath(path) !== undefined;
}

/** Nothing is above the root of a disk, or of a host in memory. */
function above(folder: string): string | undefined {
  const parent = joinPath(folder, "..");
  return folder === "." || parent === folder ? undefined : parentOf(folder);
}
