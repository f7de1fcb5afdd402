import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { FileChange } from "../write/file-change.js";

const states: Readonly<Record<FileChange["status"], string>> = {
  created: "is missing",
  changed: "is not what is generated now",
  removed: "is no longer generated",
  unchanged: "is up to date",
};

/**
 * Says that a file is not as it would be written.
 *
 * @param file - as the user would write it.
 * @param command - brings it up to date.
 */
export function outdatedProblem({ status }: FileChange, file: string, command: string): Diagnostic {
  return error("TC405", `${file} ${states[status]}`, { location: { file }, help: `run ${command}` });
}
