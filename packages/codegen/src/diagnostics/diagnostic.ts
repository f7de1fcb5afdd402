import type { DiagnosticCode } from "./codes.js";

/** Where a problem is. Lines and columns count from 1, columns in UTF-16 units. */
export interface Location {
  /** The path as the user gave it, or relative to what the user gave. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** How many columns it spans on its first line. At least 1. */
  readonly length?: number;
}

/** An error stops the chain it belongs to; a warning never changes the exit code. */
export type Severity = "error" | "warning";

/** One problem of the user's input: what it is, where it is, and how to correct it. */
export interface Diagnostic {
  /** What kind of problem it is: `docs/diagnostics.md` has a section for each. */
  readonly code: DiagnosticCode;
  /** Whether it stops the chain. */
  readonly severity: Severity;
  /** What is wrong, in one sentence without a full stop. */
  readonly message: string;
  /** What to do about it, in one sentence without a full stop. */
  readonly help?: string;
  /** Omitted if no file is to blame. */
  readonly location?: Location;
  /** Lines to show as they are: everything in an answer that does not fit, or the last ones that another program printed. */
  readonly notes?: readonly string[];
}

/** Creates an error. */
export function error(
  code: DiagnosticCode,
  message: string,
  more: Pick<Diagnostic, "help" | "location" | "notes"> = {},
): Diagnostic {
  return { code, severity: "error", message, ...more };
}

/** Creates a warning. */
export function warning(
  code: DiagnosticCode,
  message: string,
  more: Pick<Diagnostic, "help" | "location" | "notes"> = {},
): Diagnostic {
  return { code, severity: "warning", message, ...more };
}

/** Whether any of them is an error. */
export function hasError(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === "error");
}

/** Each diagnostic once: what is wrong with a module that chains share is found with each of them. */
export function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}
