import { type Diagnostic, hasError, warning } from "../../diagnostics/diagnostic.js";
import { commandName } from "../../package-manager.js";

/**
 * Says that a chain cannot be compared with a baseline, and why.
 *
 * @param name - the baseline, as the user wrote it.
 */
export function incomparable(path: string, name: string, problems: readonly Diagnostic[]): Diagnostic {
  return warning("TC407", `${path} cannot be compared with ${name}: it cannot be read`, {
    location: { file: path },
    help: "compare with a revision where it has no error, or with a folder of signature documents",
    notes: errorTexts(problems),
  });
}

/** Errors as lines of a note. */
export function errorTexts(problems: readonly Diagnostic[]): readonly string[] {
  return problems.filter((problem) => hasError([problem])).map(({ code, message }) => `${code} ${message}`);
}

/** A source that is new, as far as is known, may be one that was moved. */
export function absent(path: string, name: string): Diagnostic {
  return warning("TC407", `${path} was not there in ${name}: there is nothing to compare it with`, {
    location: { file: path },
    help: `if it was moved, run ${commandName()} diff ${name}:OLD ${path}, with its old path as OLD`,
  });
}
