import type { Diagnostic, Location } from "./diagnostic.js";

/** Gives the lines of a file, for the frame around a problem; `undefined` where there is no text to show. */
export type ReadLines = (file: string) => readonly string[] | undefined;

/** Renders problems for a terminal, each with a frame into the source and what to do about it. */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], readLines: ReadLines): string {
  return diagnostics.map((diagnostic) => `${renderDiagnostic(diagnostic, readLines)}\n`).join("\n");
}

function renderDiagnostic(diagnostic: Diagnostic, readLines: ReadLines): string {
  const sign = diagnostic.severity === "error" ? "✗" : "⚠";
  const { location } = diagnostic;
  return [
    `${sign} ${diagnostic.code} ${printable(diagnostic.message)}`,
    ...(location === undefined ? [] : renderFrame(location, readLines)),
    ...(diagnostic.help === undefined ? [] : [`   = fix: ${printable(diagnostic.help)}`]),
  ].join("\n");
}

function renderFrame(location: Location, readLines: ReadLines): readonly string[] {
  const { line, column = 1, length = 1 } = location;
  if (line === undefined) return [`   ── ${printable(location.file)}`];
  const number = String(line);
  const gutter = " ".repeat(number.length);
  const head = `${gutter} ╭─ ${printable(location.file)}:${line}:${column}`;
  const text = readLines(location.file)?.[line - 1];
  if (text === undefined) return [head];
  const { shown, before, marked } = excerpt(text, column - 1, length);
  const padding = before.replaceAll(/[^\t]/gu, " ");
  return [head, `${number} │ ${shown}`, `${gutter} │ ${padding}${"^".repeat(Math.max(1, marked.length))}`];
}

/** A line longer than this is shown around the problem only: a JSON document may be one line of megabytes. */
const maximumWidth = 160;

function excerpt(text: string, start: number, length: number): { shown: string; before: string; marked: string } {
  const from = start + 40 < maximumWidth ? 0 : start - 40;
  const to = from + maximumWidth;
  const cut = (begin: number, end: number): string => printable(text.slice(Math.max(from, begin), Math.min(to, end)));
  return { shown: cut(from, to), before: cut(from, start), marked: cut(start, start + length) };
}

/** What a source says must not steer the terminal that shows it. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    character === "\t" ? "\t" : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
