import { existsSync, lstatSync, realpathSync } from "node:fs";
import { basename, dirname } from "node:path";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import { parseJsonFile } from "../../read/json/json-file.js";
import { isSignatureDocument } from "../../read/signature-document.js";
import { relativePath } from "../../relative-path.js";
import { applyChanges } from "../../write/apply-changes.js";
import type { FileChange } from "../../write/file-change.js";
import { hashText } from "../../write/manifest.js";
import { openFolder } from "../../write/output-folder.js";
import { ignoreRules } from "./ignored-paths.js";
import { outdatedProblem } from "./outdated-problem.js";
import { patchOf } from "./patch-of.js";

/** What became of the file of a signature document, or would become of it. */
export interface DocumentResult {
  readonly status: FileChange["status"];
  readonly diagnostics: readonly Diagnostic[];
  /** Of a check: the change as a unified diff, empty where there is none. */
  readonly patch: string;
}

/** Writes a signature document to a file: whole, and only where it is another text. */
export function writeDocument(file: string, text: string): DocumentResult {
  const change = changeOf(file, text);
  const refusal = foreignFile(file, change);
  const diagnostics = refusal === undefined ? written(file, change) : [refusal];
  return { status: change.status, diagnostics, patch: "" };
}

/**
 * Compares a signature document with a file, and writes nothing. Line ends do not count.
 *
 * @param command - brings the file up to date.
 */
export async function checkDocument(file: string, text: string, command: string): Promise<DocumentResult> {
  const change = changeOf(file, text);
  const { status } = change;
  if (status === "unchanged") return { status, diagnostics: [], patch: "" };
  const ignored = status === "created" ? ignoreRules([file]).get(file) : undefined;
  const diagnostics = [foreignFile(file, change) ?? outdatedProblem(change, file, command, ignored)];
  return { status, diagnostics, patch: await patchOf(openFolder(dirname(file)), change) };
}

function changeOf(file: string, text: string): FileChange {
  const path = basename(file);
  const before = openFolder(dirname(file)).read(path);
  if (before === undefined) return { path, status: "created", text };
  return { path, status: hashText(before) === hashText(text) ? "unchanged" : "changed", text };
}

function written(file: string, change: FileChange): readonly Diagnostic[] {
  if (change.status === "unchanged") return [];
  const end = endOf(file);
  return applyChanges(dirname(end), { changes: [{ ...change, path: basename(end) }] });
}

/** The file that a link leads to: the link stays one. */
function endOf(file: string): string {
  const isLink = existsSync(file) && lstatSync(file).isSymbolicLink();
  return isLink ? relativePath(".", realpathSync(file)) : file;
}

/** Refuses to write over what is no signature document. An empty file is what a redirection leaves that failed. */
function foreignFile(file: string, { path, status }: FileChange): Diagnostic | undefined {
  const before = status === "changed" ? (openFolder(dirname(file)).read(path) ?? "") : "";
  if (before.trim() === "" || isDocument(file, before)) return undefined;
  return error("TC403", `${file} already exists, but is not a signature document`, {
    location: { file },
    help: "move it away, or choose another file with --out",
  });
}

/** Whether a text is a document, or was one before git wrote a conflict into it. */
function isDocument(file: string, text: string): boolean {
  if (/^\s*\{\s*"formatVersion"/.test(text)) return true;
  const parsed = parseJsonFile(file, new TextEncoder().encode(text));
  return parsed.ok && isSignatureDocument(parsed.json.value);
}
