import type { Diagnostic } from "../diagnostics/diagnostic.js";

/** The codes of what pydantic could do and truss does not, or what truss takes and cannot serve. */
const rulesOfTruss: ReadonlySet<string> = new Set([
  ...["TC209", "TC216", "TC217", "TC237"],
  ...["TC222", "TC223", "TC224", "TC225", "TC226", "TC227", "TC228", "TC229", "TC243"],
]);

/** A diagnostic as it is where truss's rules are warnings. */
export function softened(diagnostic: Diagnostic): Diagnostic {
  return rulesOfTruss.has(diagnostic.code) ? { ...diagnostic, severity: "warning" } : diagnostic;
}
