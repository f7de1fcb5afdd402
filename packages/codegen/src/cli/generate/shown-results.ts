import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { SourceHost } from "../../read/source-host.js";
import type { RunInputs } from "../../run/run-inputs.js";
import type { RunResult } from "../../run/run-result.js";

/** What a `generate` has found before it came to any client. */
export interface ShownProblems {
  readonly diagnostics: readonly Diagnostic[];
  readonly host: SourceHost;
  /** When it began, by `Date.now()`: milliseconds. */
  readonly startedAt: number;
}

/** What a `generate` came to. Its diagnostics are those of the config; each result has its own. */
export interface ShownResults extends ShownProblems {
  readonly results: readonly RunResult[];
  /** What each client is made from. */
  readonly inputs: () => readonly RunInputs[];
  /** Whether the changes have been made, or would be. */
  readonly isWritten: boolean;
}
