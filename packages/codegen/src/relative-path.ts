import { relative, resolve, sep } from "node:path";

/** A path as it is seen from a folder, with `/`: the same on every machine that holds both. */
export function relativePath(folder: string, path: string): string {
  return relative(resolve(folder), resolve(path)).split(sep).join("/");
}
