import type { Diagnostic } from "../../diagnostics/diagnostic.js";

/**
 * What `--json` prints where there is nothing else to print: why.
 *
 * @param startedAt - when the command began, by `Date.now()`.
 * @param ofCommand - what its result always has.
 */
export function failureJson(diagnostics: readonly Diagnostic[], startedAt: number, ofCommand: object = {}): string {
  const result = { formatVersion: 1, ok: false, ...ofCommand, diagnostics, durationMs: Date.now() - startedAt };
  return `${JSON.stringify(result, undefined, 2)}\n`;
}
