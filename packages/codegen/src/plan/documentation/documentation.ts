import type { JsonValue } from "../../signature.js";

/**
 * What is said about something, as data. Emission wraps it, and escapes all of it but `lead`: the rest comes from
 * outside, in whole or in part.
 */
export interface Documentation {
  /** A sentence of ours, which may link to names of the module. */
  readonly lead?: string;
  /** The user's own text, in Markdown. */
  readonly description?: string;
  /** Sentences that we derive, of constraints and defaults. */
  readonly notes: readonly string[];
  /** What the user says of the result, in Markdown. */
  readonly returns?: string;
  /** The values that the user gives as examples; sentences name them too. */
  readonly examples?: readonly JsonValue[];
  /** The default, as JSON. */
  readonly defaultValue?: string;
  /** What is said of its being deprecated, where it is: often nothing. */
  readonly deprecated?: string;
}

/** Nothing to say. */
export const undocumented: Documentation = { notes: [] };
