import { posix } from "node:path";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceHost } from "../source-host.js";
import { openDocuments } from "./documents.js";
import type { NormalizeContext } from "./normalize.js";

/** What reading a document works with, and what it has found wrong so far. */
export interface OpenContext extends NormalizeContext {
  readonly diagnostics: readonly Diagnostic[];
}

/** Begins to read a document, whose references may lead to the files of its folder. */
export function openContext(host: SourceHost, file: string): OpenContext {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
  return { documents: openDocuments(host, report), folder: posix.dirname(file), report, diagnostics };
}
