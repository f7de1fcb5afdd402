import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Observation } from "../read/hosts/recording-host.js";
import type { FileChange } from "../write/file-change.js";

/** What became of one folder, or what would become of it. */
export interface RunResult {
  readonly out: string;
  /** None where an error keeps the folder as it is. */
  readonly changes: readonly FileChange[];
  /** What was found in its sources, and what stands in the way of writing. */
  readonly diagnostics: readonly Diagnostic[];
  /** Of a check: the changes as a unified diff, empty where there are none. */
  readonly patch?: string;
}

/** What became of a run, and what that depends on. */
export interface SettledRun {
  readonly result: RunResult;
  readonly observations: readonly Observation[];
  /** The files of its sources, as far as they are not among what was observed, and its own package.json. */
  readonly filesRead: readonly string[];
}
