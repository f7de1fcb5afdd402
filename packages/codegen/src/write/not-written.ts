import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { errorCode } from "../error-code.js";

/** What helps where a system refuses; else it is the permissions or the disk. */
const helps: Readonly<Record<string, string>> = {
  EISDIR: "a folder of this name is in the way: move it, or choose another folder with --out",
  EEXIST: "a link that leads nowhere is in the way: remove it, or choose another folder with --out",
};

/** Says why a file or a folder cannot be written. */
export function notWritten(path: string, what: "written" | "written to", cause: unknown): Diagnostic {
  const reason = errorCode(cause);
  const help = helps[reason] ?? "check the permissions of the folder and the free space of the disk";
  return error("TC402", `${path} cannot be ${what} (${reason})`, { location: { file: path }, help });
}
