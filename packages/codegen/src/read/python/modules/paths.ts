import { posix } from "node:path";

/** A path as seen from a folder. */
export function joinPath(folder: string, path: string): string {
  return posix.normalize(posix.isAbsolute(path) ? path : `${folder}/${path}`);
}

/** The folder that holds a path: of `.`, it is `..`. */
export function parentOf(path: string): string {
  return posix.normalize(`${path}/..`);
}

/** Whether a path is a folder or something in it. Both are real: without links and `..`. */
export function isInside(path: string, folder: string): boolean {
  if (folder === ".") return !posix.isAbsolute(path) && !path.startsWith("..");
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
