import type { Diagnostic, Location } from "./diagnostic.js";
import { displayWidth } from "./display-width.js";

/** Gives the lines of a file, for the frame around a problem; `undefined` where there is no text to show. */
export type ReadLines = (file: string) => readonly string[] | undefined;

/**
 * Renders problems for a terminal, each with a frame into the source and what to do about it.
 *
 * @param readLines - Gives the lines of the files that the problems are in.
 * @returns The text, which ends with a line end. Control characters of sources are shown as escapes.
 */
export function renderDiagnostics(diagnostics: readonly Diagnostic[], readLines: ReadLines): string {
  return diagnostics.map((diagnostic) => `${renderDiagnostic(diagnostic, readLines)}\n`).join("\n");
}

function renderDiagnostic(diagnostic: Diagnostic, readLines: ReadLines): string {
  const sign = diagnostic.severity === "error" ? "✗" : "⚠";
  const { location } = diagnostic;
  return [
    `${sign} ${diagnostic.code} ${printable(diagnostic.message)}`,
    ...(location === undefined ? [] : renderFrame(location, readLines)),
    ...(diagnostic.notes ?? []).map((note) => `   │ ${printable(note)}`),
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
  const mark = "^".repeat(Math.max(1, displayWidth(marked)));
  return [head, `${number} │ ${shown}`, `${gutter} │ ${blank(before)}${mark}`];
}

/** A line longer than this is shown around the problem only: a JSON document may be one line of megabytes. */
const maximumWidth = 160;

function excerpt(text: string, start: number, length: number): { shown: string; before: string; marked: string } {
  const from = start + 40 < maximumWidth ? 0 : startOfCharacter(text, start - 40);
  const to = startOfCharacter(text, from + maximumWidth);
  const cut = (begin: number, end: number): string => printable(text.slice(Math.max(from, begin), Math.min(to, end)));
  const [cutBefore, cutAfter] = [from > 0 ? "…" : "", to < text.length ? "…" : ""];
  const shown = `${cutBefore}${cut(from, to)}${cutAfter}`;
  return { shown, before: `${cutBefore}${cut(from, start)}`, marked: cut(start, start + length) };
}

/** The offset itself, or the one after it where it is inside a character of two UTF-16 units. */
function startOfCharacter(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit <= 0xdfff ? offset + 1 : offset;
}

/** Spaces of the width of a text; a tab stays one, since only the terminal knows its width. */
function blank(text: string): string {
  const parts = text.split("\t");
  return parts.map((part) => " ".repeat(displayWidth(part))).join("\t");
}

/** What a source says must not steer the terminal that shows it. */
function printable(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu, (character) =>
    character === "\t" ? "\t" : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
