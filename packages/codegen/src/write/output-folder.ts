import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
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
  const found = statSync(root, { throwIfNoEntry: false });
  if (found === undefined || found.isDirectory()) return [];
  return [
    error("TC401", `${root} is a file, not a folder`, { location: { file: root }, help: "give a folder with --out" }),
  ];
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
  mkdirSync(root, { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, text ?? "");
    renameSync(temporary, file);
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}

function notWritten(file: string, cause: unknown): Diagnostic {
  const reason = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  return error("TC402", `${file} cannot be written (${reason})`, {
    location: { file },
    help: "check the permissions of the folder and the free space of the disk",
  });
}
