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

/**
 * The files that a glob matches, sorted; none in `node_modules` or in folders whose names begin with a dot. Of several names
 * of one file, links come after the file itself, and only the first counts.
 */
export async function matchFiles(
  folder: string,
  glob: string,
  disk: GlobFiles = diskFiles,
): Promise<readonly string[]> {
  const { glob: find } = await import("tinyglobby");
  const ignore = ["**/node_modules/**"];
  const options = { cwd: folder, ignore, expandDirectories: false, followSymbolicLinks: false, fs: disk.fs };
  const found = (await find(glob, options)).sort();
  const files = found.map((path) => ({ path, end: disk.endOf(join(folder, path)) }));
  const root = disk.endOf(folder);
  const isLink = ({ path, end }: { path: string; end: string }): boolean => end !== join(root, path);
  const names = new Map<string, string>();
  for (const { path, end } of [...files.filter((one) => !isLink(one)), ...files.filter(isLink)]) {
    names.set(end, names.get(end) ?? path);
  }
  return [...names.values()].sort();
}
