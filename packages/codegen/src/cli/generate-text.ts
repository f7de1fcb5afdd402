import { hasError } from "../diagnostics/diagnostic.js";
import type { FileChange } from "../write/file-change.js";
import { failureLine } from "./client-status.js";
import { report } from "./report.js";
import type { ShownProblems, ShownResults } from "./shown-results.js";

/** Shows what keeps a `generate` from beginning, for people, and gives the exit code. */
export function showProblems({ diagnostics, host }: ShownProblems): number {
  return report(diagnostics, host);
}

/** Shows what a `generate` came to, for people, and gives the exit code. */
export function showResults({ diagnostics, results, host, isWritten }: ShownResults): number {
  for (const { patch } of results) if (patch !== undefined) process.stdout.write(patch);
  const exitCode = report([...diagnostics, ...results.flatMap((result) => result.diagnostics)], host);
  for (const result of results) {
    if (!hasError(result.diagnostics)) process.stderr.write(summary(result, isWritten));
  }
  for (const result of results) {
    if (hasError(result.diagnostics)) process.stderr.write(failureLine(result, isWritten));
  }
  return exitCode;
}

function summary({ out, changes }: ShownResults["results"][number], isWritten: boolean): string {
  const lines = changes
    .filter(({ path, status }) => !path.startsWith(".") && status !== "unchanged")
    .map((change) => line(out, change, isWritten));
  return lines.length > 0 ? lines.join("") : `✓ ${out} is up to date\n`;
}

function line(out: string, { path, status }: FileChange, isWritten: boolean): string {
  if (!isWritten) return `${status === "removed" ? "-" : "+"} ${out}/${path} would be ${status}\n`;
  return `${status === "removed" ? "-" : "✓"} ${out}/${path} ${status}\n`;
}
