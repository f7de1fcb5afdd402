import { distinct, hasError } from "../../diagnostics/diagnostic.js";
import type { RunResult } from "../../run/run-result.js";
import type { FileChange } from "../../write/file-change.js";
import { report } from "../output/report.js";
import { failureLine } from "./client-status.js";
import type { ShownProblems, ShownResults } from "./shown-results.js";

/** Shows what keeps a `generate` from beginning, for people, and gives the exit code. */
export function showProblems({ diagnostics, host }: ShownProblems): number {
  return report(diagnostics, host);
}

/** Of more folders with nothing to do, their number says enough; of more that change, that of their files does. */
const namedAtMost = 5;

/** Of more files of one folder that change, the same. */
const filesAtMost = 20;

/** Shows what a `generate` came to, for people, and gives the exit code. */
export function showResults({ diagnostics, results, host, isWritten }: ShownResults): number {
  for (const { patch } of results) if (patch !== undefined) process.stdout.write(patch);
  const exitCode = report(distinct([...diagnostics, ...results.flatMap((result) => result.diagnostics)]), host);
  const fine = results.filter((result) => !hasError(result.diagnostics));
  const idle = fine.filter(({ changes }) => shown(changes).length === 0);
  const named = idle.length > namedAtMost ? fine.filter((result) => !idle.includes(result)) : fine;
  const tell = fine.length - idle.length > namedAtMost ? countLine : summary;
  for (const result of named) process.stderr.write(tell(result, isWritten));
  if (idle.length > namedAtMost) process.stderr.write(`✓ ${idle.length} clients are up to date\n`);
  for (const result of results) {
    if (hasError(result.diagnostics)) process.stderr.write(failureLine(result, isWritten));
  }
  return exitCode;
}

function summary({ out, changes }: RunResult, isWritten: boolean): string {
  const lines = shown(changes).map((change) => line(out, change, isWritten));
  if (lines.length > filesAtMost) return countLine({ out, changes }, isWritten);
  return lines.length > 0 ? lines.join("") : upToDate(out);
}

/** How many files were created, changed and removed. */
function countLine({ out, changes }: Omit<RunResult, "diagnostics">, isWritten: boolean): string {
  const statuses = shown(changes).map(({ status }) => status);
  const counts = [...new Set(statuses)].map((status) => {
    const count = statuses.filter((one) => one === status).length;
    return `${count} ${count === 1 ? "file" : "files"} ${isWritten ? "" : "would be "}${status}`;
  });
  return counts.length === 0 ? upToDate(out) : `${isWritten ? "✓" : "+"} ${out}: ${counts.join(", ")}\n`;
}

function upToDate(out: string): string {
  return `✓ ${out} is up to date\n`;
}

function shown(changes: readonly FileChange[]): readonly FileChange[] {
  return changes.filter(({ path, status }) => !path.startsWith(".") && status !== "unchanged");
}

function line(out: string, { path, status }: FileChange, isWritten: boolean): string {
  if (!isWritten) return `${status === "removed" ? "-" : "+"} ${out}/${path} would be ${status}\n`;
  return `${status === "removed" ? "-" : "✓"} ${out}/${path} ${status}\n`;
}
