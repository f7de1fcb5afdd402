import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { FileChange } from "./file-change.js";

/** The folder that a client is written to. */
export interface OutputFolder {
  /** The text of a file in it, if it is there. */
  read(path: string): string | undefined;
  /** The path of a file in it, as the user would write it. */
  pathOf(path: string): string;
}

/** Opens a folder for reading; it need not exist. */
export function openFolder(root: string): OutputFolder {
  return {
    read(path) {
      try {
        return readFileSync(join(root, path), "utf8");
      } catch {
        // Missing or unreadable: writing will say what is wrong with it.
        return undefined;
      }
    },
    pathOf: (path) => join(root, path),
  };
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
    return `cannot be used as a folder (${reasonOf(cause)})`;
  }
}

/**
 * Carries out changes. Each file is written beside its place and moved there, so that nobody ever reads half of one.
 * It stops at the first file that cannot be written.
 */
export function applyChanges(root: string, changes: readonly FileChange[]): readonly Diagnostic[] {
  for (const change of changes) {
    try {
      applyChange(root, change);
    } catch (cause) {
      return [notWritten(join(root, change.path), cause)];
    }
  }
  return [];
}

function applyChange(root: string, { path, status, text }: FileChange): void {
  const file = join(root, path);
  if (status === "removed") rmSync(file);
  if (status !== "created" && status !== "changed") return;
  makeFolder(root);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text ?? "");
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

/** Makes a folder and those around it. Node's own `recursive` never returns where a system such as `/proc` refuses. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(path) !== path) makeFolder(dirname(path));
  mkdirSync(path);
}

function notWritten(file: string, cause: unknown): Diagnostic {
  const reason = reasonOf(cause);
  return error("TC402", `${file} cannot be written (${reason})`, {
    location: { file },
    help:
      reason === "EISDIR"
        ? "a folder of this name is in the way: move it, or choose another folder with --out"
        : "check the permissions of the folder and the free space of the disk",
  });
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
