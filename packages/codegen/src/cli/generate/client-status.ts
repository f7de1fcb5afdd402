import { hasError } from "../../diagnostics/diagnostic.js";
import type { RunResult } from "../../run/run-result.js";

/**
 * What became of the folder of a client: `kept` is one that an error keeps as it was, `outdated` one that a check or a dry
 * run would write.
 */
export type ClientStatus = "written" | "unchanged" | "outdated" | "kept";

/** @param isWritten - whether the changes have been made, or would be. */
export function clientStatus({ changes, diagnostics }: RunResult, isWritten: boolean): ClientStatus {
  const isWrong = hasError(diagnostics);
  if (isWrong && (isWritten || changes.length === 0)) return "kept";
  if (!isWrong && changes.every(({ status }) => status === "unchanged")) return "unchanged";
  return isWritten ? "written" : "outdated";
}

/** The line that ends what is told of a folder with errors: how many they are, among how many warnings. */
export function failureLine({ out, ...result }: RunResult, isWritten: boolean): string {
  const { diagnostics } = result;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [countText(errors, "error"), countText(diagnostics.length - errors, "warning")].filter(Boolean);
  const isKept = clientStatus({ out, ...result }, isWritten) === "kept";
  const what = isWritten ? "kept as it was" : isKept ? "would be kept as it was" : "is not up to date";
  return `✗ ${out} ${what}: ${counts.join(", ")}\n`;
}

function countText(count: number, what: string): string {
  return count === 0 ? "" : `${count} ${what}${count === 1 ? "" : "s"}`;
}
