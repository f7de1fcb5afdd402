import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { hasError } from "../diagnostics/diagnostic.js";
import { renderDiagnostics } from "../diagnostics/render.js";
import type { SourceHost } from "../read/source-host.js";
import { exitError, exitFine } from "./exit-codes.js";

/** Shows problems on stderr, each with its line, and gives the exit code that they mean. */
export function report(diagnostics: readonly Diagnostic[], host: SourceHost): number {
  if (diagnostics.length > 0) process.stderr.write(`${renderDiagnostics(diagnostics, lineReader(host))}\n`);
  return hasError(diagnostics) ? exitError : exitFine;
}

function lineReader(host: SourceHost): (file: string) => readonly string[] | undefined {
  return (file) => {
    const found = host.read(file);
    if (!found.ok) return undefined;
    return new TextDecoder().decode(found.bytes).split(/\r\n|\r|\n/);
  };
}
