import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { hasError } from "../../diagnostics/diagnostic.js";
import { renderDiagnostics } from "../../diagnostics/render.js";
import { decodeSource, SourceEncodingError } from "../../read/python/syntax/decode.js";
import { revisionPathOf } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import { exitError, exitFine } from "./exit-codes.js";

/**
 * Shows problems on stderr, each with its line, and gives the exit code that they mean. Errors come last: what was printed
 * last is what is seen first.
 */
export function report(diagnostics: readonly Diagnostic[], host: SourceHost): number {
  const sorted = diagnostics.toSorted((left, right) => Number(isError(left)) - Number(isError(right)));
  if (sorted.length > 0) process.stderr.write(`${renderDiagnostics(sorted, lineReader(host))}\n`);
  return hasError(diagnostics) ? exitError : exitFine;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function lineReader(host: SourceHost): (file: string) => readonly string[] | undefined {
  return (file) => {
    const at = revisionPathOf(file);
    const opened = at === undefined ? { ok: true as const, host } : host.at(at.revision);
    const found = opened.ok ? opened.host.read(at?.path ?? file) : undefined;
    if (found?.ok !== true) return undefined;
    return textOf(file, found.bytes).split(/\r\n|\r|\n/);
  };
}

/** A Python file may be in another encoding than UTF-8, which it names. */
function textOf(file: string, bytes: Uint8Array): string {
  try {
    if (/\.pyi?$/.test(file)) return decodeSource(bytes);
  } catch (problem) {
    if (!(problem instanceof SourceEncodingError)) throw problem;
  }
  return new TextDecoder().decode(bytes);
}
