import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { ChainSignature, JsonSchema } from "../signature.js";

/** What a reader found in a source. A reader never throws for a user's mistake. */
export interface SourceReading {
  /** Omitted if an error says why. */
  readonly signature?: ChainSignature;
  /** The result as the schema document of the running chain has it, where that was asked for and can be known. */
  readonly documentedResult?: JsonSchema;
  /**
   * The enumerations of the result whose members are texts or whole numbers themselves, by their keys in `$defs`, where the
   * source tells.
   */
  readonly scalarEnumerations?: ReadonlySet<string>;
  /** What is wrong with the source, or not known about it. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every path that was read, or that was looked for but not found. */
  readonly filesRead: readonly string[];
}
