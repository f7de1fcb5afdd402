import { relative, resolve, sep } from "node:path";

/** An absolute path as the user would give it; the source itself as it was given. */
export function pathFromHere(file: string, source: string): string {
  return resolve(source) === file ? source : relative(resolve("."), file).split(sep).join("/");
}
