import type { SourceHost } from "../../source-host.js";
import { joinPath, parentOf } from "./paths.js";

/** What marks the folder of a project. */
const marks = /^(\.git|pyproject\.toml|typed-chains\.config\.(ts|mts|js|mjs|json))$/;

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
    if (current === known || host.list(current).some((name) => marks.test(name))) {
      return current;
    }
  }
  return start;
}

/** Nothing is above the root of a disk, or of a host in memory. */
function above(folder: string): string | undefined {
  const parent = joinPath(folder, "..");
  return folder === "." || parent === folder ? undefined : parentOf(folder);
}
