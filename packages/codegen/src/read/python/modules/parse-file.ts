import { type Diagnostic, error } from "../../../diagnostics/diagnostic.js";
import { readFile } from "../../read-file.js";
import type { SourceHost } from "../../source-host.js";
import { SourceEncodingError } from "../syntax/decode.js";
import type { Module } from "../syntax/nodes.js";
import { parseModule } from "../syntax/parse.js";
import { PythonSyntaxError } from "../syntax/syntax-error.js";

/** The syntax of a Python file, or why there is none. */
export type ParsedFile =
  | { readonly ok: true; readonly syntax: Module; readonly isDynamic: boolean }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/** What may bind names that no statement shows. */
const dynamic = /\b(globals|vars|locals|setattr|exec)\s*\(|__dict__/;

/** Reads and parses a Python file. */
export function parseFile(host: SourceHost, path: string): ParsedFile {
  const file = readFile(host, path);
  return file.ok ? parseBytes(path, file.bytes) : file;
}

/** Parses the content of a Python file. */
export function parseBytes(path: string, bytes: Uint8Array): ParsedFile {
  try {
    return { ok: true, syntax: parseModule(bytes), isDynamic: dynamic.test(new TextDecoder().decode(bytes)) };
  } catch (problem) {
    if (problem instanceof PythonSyntaxError) return { ok: false, diagnostic: syntaxError(path, problem) };
    throw problem;
  }
}

function syntaxError(path: string, problem: PythonSyntaxError): Diagnostic {
  const [code, help] =
    problem instanceof SourceEncodingError
      ? (["TC202", "save the file as UTF-8, or name its encoding in its first line"] as const)
      : (["TC201", "correct it: Python itself refuses this file"] as const);
  return error(code, problem.message, {
    help,
    location: { file: path, line: problem.line, column: problem.column, length: 1 },
  });
}
