import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { errorCode } from "../error-code.js";

/** The folder that a client is written to. */
export interface OutputFolder {
  /** The text of a file in it, if it is there. */
  read(path: string): string | undefined;
  /** The files that stand directly in it, sorted. */
  list(): readonly string[];
  /** The path of a file in it, as the user would write it. */
  pathOf(path: string): string;
}

/** Opens a folder for reading; it need not exist. */
export function openFolder(root: string): OutputFolder {
  return {
    read: (path) => readOr(undefined, () => readFileSync(join(root, path), "utf8")),
    list: () => readOr([], () => readdirSync(root).sort()),
    pathOf: (path) => join(root, path),
  };
}

/** Where something is missing or unreadable, writing will say what is wrong with it. */
function readOr<T>(otherwise: T, read: () => T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** Says what is wrong with a folder before anything is written to it. */
export function checkFolder(root: string): readonly Diagnostic[] {
  const problem = problemOf(root);
  if (problem === undefined) return [];
  return [error("TC401", `${root} ${problem}`, { location: { file: root }, help: "give another folder with --out" })];
}

function problemOf(root: string): string | undefined {
  try {
    const found = statSync(root, { throwIfNoEntry: false });
    return found === undefined || found.isDirectory() ? undefined : "is a file, not a folder";
  } catch (cause) {
    return `cannot be used as a folder (${errorCode(cause)})`;
  }
}
