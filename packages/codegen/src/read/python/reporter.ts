import type { DiagnosticCode } from "../../diagnostics/codes.js";
import { type Diagnostic, error, type Location, warning } from "../../diagnostics/diagnostic.js";

/** Collects the problems of one reading. What is said twice of one place is kept once. */
export class Reporter {
  readonly #diagnostics = new Map<string, Diagnostic>();

  /** Reports what stops the chain. */
  error(code: DiagnosticCode, message: string, location: Location, help?: string): void {
    this.add(error(code, message, help === undefined ? { location } : { location, help }));
  }

  /** Reports what leaves a gap in the types. */
  warning(code: DiagnosticCode, message: string, location: Location, help?: string): void {
    this.add(warning(code, message, help === undefined ? { location } : { location, help }));
  }

  /** Everything reported so far, in the order of the source; what may be the cause of the rest comes first. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()].sort(compareDiagnostics);
  }

  /** Whether an error was reported of a place or of something inside it. */
  hasErrorIn({ file, line = 0, column = 0, length = 1 }: Location): boolean {
    return this.diagnostics.some(({ severity, location }) => {
      const offset = (location?.column ?? 0) - column;
      const isInside = location?.file === file && location.line === line && offset >= 0 && offset < length;
      return severity === "error" && isInside;
    });
  }

  /** Reports what was found wrong elsewhere. */
  add(diagnostic: Diagnostic): void {
    const { file, line, column } = diagnostic.location ?? {};
    this.#diagnostics.set(JSON.stringify([file, line, column, diagnostic.message]), diagnostic);
  }
}

/** What is wrong with the folders and files that were given brings about what is wrong in the source, and stands before it. */
const causes: ReadonlySet<DiagnosticCode> = new Set(["TC240", "TC241"]);

function compareDiagnostics(left: Diagnostic, right: Diagnostic): number {
  return Number(causes.has(right.code)) - Number(causes.has(left.code)) || compare(left.location, right.location);
}

function compare(left: Location | undefined, right: Location | undefined): number {
  const [before, after] = [left?.file ?? "", right?.file ?? ""];
  if (before !== after) return before < after ? -1 : 1;
  return (left?.line ?? 0) - (right?.line ?? 0) || (left?.column ?? 0) - (right?.column ?? 0);
}
