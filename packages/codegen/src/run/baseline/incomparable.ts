import { type Diagnostic, hasError, warning } from "../../diagnostics/diagnostic.js";

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
