import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { FileChange } from "../write/file-change.js";
import type { IgnoreRule } from "./ignored-paths.js";

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
 * @param ignored - why git leaves it out of every commit, where it does: the command alone mends one checkout only.
 */
export function outdatedProblem(
  { status }: FileChange,
  file: string,
  command: string,
  ignored?: IgnoreRule,
): Diagnostic {
  const help =
    ignored === undefined
      ? `run ${command}`
      : `git ignores it by ${ignored.rule}: add ${ignored.exception} to ${ignored.file}, run ${command}, and commit it`;
  return error("TC405", `${file} ${states[status]}`, { location: { file }, help });
}
