import { join } from "node:path";
import { revisionPathOf } from "../read/revision-path.js";
import { diskFiles, type GlobFiles } from "./glob-files.js";

/** Whether a source is a glob. A file may be called `[id].py`: what is there is meant. */
export function isGlob(folder: string, source: string, files: GlobFiles = diskFiles): boolean {
  return /[*?[\]{}]|[@!+]\(/.test(source) && revisionPathOf(source) === undefined && !files.has(join(folder, source));
}

/** The folder that a glob looks into: what of it comes before its first wildcard. */
export function globFolder(glob: string): string {
  const parts = glob.split("/");
  const first = parts.findIndex((part) => /[*?[\]{}!()]/.test(part));
  return parts.slice(0, first === -1 ? -1 : first).join("/") || ".";
}

/** The files that a glob matches, sorted; none in `node_modules` or in folders whose names begin with a dot. */
export async function matchFiles(
  folder: string,
  glob: string,
  { fs }: GlobFiles = diskFiles,
): Promise<readonly string[]> {
  const { glob: find } = await import("tinyglobby");
  const ignore = ["**/node_modules/**"];
  const replaced = fs === undefined ? {} : { fs };
  const options = { cwd: folder, ignore, expandDirectories: false, followSymbolicLinks: false, ...replaced };
  const files = await find(glob, options);
  return files.sort();
}
