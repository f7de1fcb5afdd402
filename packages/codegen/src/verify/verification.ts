import type { SignatureDiff } from "../diff/signature-diff.js";

/** What a chain's signature and the running chain have come to. */
export interface Verification {
  /** From what a client is generated from to what runs, as far as both can be known. */
  readonly diff: SignatureDiff;
  /** What the schema document does not say, each with its place: `input.params: its default`. */
  readonly notCompared: readonly string[];
}
