import { decimalPatternStart } from "../decimal-pattern-start.js";
import type { SignatureChange } from "../diff/signature-diff.js";

/**
 * Whether all that a change says is that the document has no pattern where the client has that of a Decimal. Pydantic
 * writes these patterns in 2.12 and 2.13 only: the chain may run on another release.
 */
export function lacksDecimalPattern({ before, after }: SignatureChange): boolean {
  return after === undefined && before?.startsWith(`pattern ${decimalPatternStart}`) === true;
}
