import { cleanIndentation } from "./clean-indentation.js";

/** The lines from one on for which something holds. */
export function linesWhile(
  lines: readonly string[],
  start: number,
  holds: (line: string, index: number) => boolean,
): readonly string[] {
  let end = start;
  while (end < lines.length && holds(lines[end] ?? "", end)) end += 1;
  return lines.slice(start, end);
}

/** Whether a heading in the style of NumPy is in this line: the next one underlines it. */
export function isNumpyHeading(lines: readonly string[], index: number): boolean {
  return /^[-=]{3,}\s*$/.test(lines[index + 1] ?? "");
}

/** What is below such a heading, down to the next. */
export function numpyBody(lines: readonly string[], heading: number): readonly string[] {
  return linesWhile(lines, heading + 2, (_, index) => !isNumpyHeading(lines, index));
}

/** Whether a line belongs to what is less indented above it. */
export function isIndentedOrBlank(line: string): boolean {
  return line.trim() === "" || /^\s/.test(line);
}

/** By how many characters a line is indented. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** Lines as a text, without the indentation that they share. */
export function dedented(lines: readonly string[]): string {
  return cleanIndentation(lines.join("\n")).trim();
}
