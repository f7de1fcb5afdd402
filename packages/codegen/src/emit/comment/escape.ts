import { codeLines } from "../../code-lines.js";

/** Characters that are not text: controls, halves of characters, and marks that turn the direction of a line. */
const unwanted = /(?!\t)[\p{Cc}\p{Cs}\p{Bidi_Control}\ufeff]/gu;
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/**
 * Where a tool would read a tag: at the start of a line or a word, or in braces. To TypeScript `@16` is one too, and so is
 * a lone `@` where a line begins, as any may once the text is wrapped.
 */
const tag = /(^|[\s\u200b{(*])@/gu;
/** Code within a line, or where HTML would begin: no address, and not escaped already. */
const codeOrHtml = /(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|(?<!\\)<(?=[a-z!/?])(?![a-z][a-z\d+.-]*:|[^\s<>]+@)/gi;

/** The lines of a text from outside. */
export function linesOf(text: string): readonly string[] {
  return text.split(lineEnd).map((line) => line.replace(unwanted, "").trimEnd());
}

/** Lines from outside as documentation. HTML is text like any other: editors leave it out, and pages of documentation run it. */
export function escapeLines(lines: readonly string[]): readonly string[] {
  const isCode = codeLines(lines);
  return lines.map((line, index) => escapeLine(isCode[index] === true ? line : escapeHtml(line)));
}

function escapeHtml(line: string): string {
  return line.replace(codeOrHtml, (found) => (found === "<" ? "\\<" : found));
}

/**
 * A line of text or code as documentation: it ends no comment and has no tag. Markdown shows it as it was, and in a string
 * literal `\/` is `/` and `\@` is `@`.
 */
export function escapeLine(line: string): string {
  return line.replace(tag, "$1\\@").replaceAll("*/", "*\\/");
}

/** A text from outside on one line. */
export function oneLine(text: string): string {
  return linesOf(text).join(" ");
}
