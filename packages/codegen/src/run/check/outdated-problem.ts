import { readFileSync } from "node:fs";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import { errorCode } from "../../error-code.js";
import type { FileChange } from "../../write/file-change.js";
import type { IgnoreRule } from "./ignored-paths.js";

const states: Readonly<Record<FileChange["status"], string>> = {
  created: "is missing",
  changed: "differs from what is generated now",
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
  const reason = status === "created" ? unreadable(file) : undefined;
  if (reason !== undefined) {
    const what = `${file} is there, and cannot be read (${reason})`;
    return error("TC405", what, {
      location: { file },
      help: `fix its permissions or move it away, and run ${command}`,
    });
  }
  const help =
    ignored === undefined
      ? `run ${command}`
      : `git ignores it by ${ignored.rule}: add ${ignored.exception} to ${ignored.file}, run ${command}, and commit it`;
  return error("TC405", `${file} ${states[status]}`, { location: { file }, help });
}

/** Why a file that seems to be missing cannot be read; nothing where it is missing. */
function unreadable(file: string): string | undefined {
  try {
    readFileSync(file);
    return undefined;
  } catch (cause) {
    const reason = errorCode(cause);
    return reason === "ENOENT" ? undefined : reason;
  }
}
