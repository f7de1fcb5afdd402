import type { Cursor } from "./cursor.js";
import { parseStrings } from "./literals.js";
import type { Statement } from "./nodes.js";
import { isString, type Token } from "./token.js";

const tabSize = 8;
const blank = /^[ \t\r\v\f]*/;

/** The docstring among statements: the first one, where it is a plain string. Cleaned. */
export function docstringOf(body: readonly Statement[]): string | undefined {
  const [first] = body;
  if (first?.kind !== "ExpressionStatement" || first.value.kind !== "String") return undefined;
  return cleanDocstring(first.value.value);
}

/**
 * The docstring of a body that is not parsed, cleaned. The cursor stands before the body's first token and reads it only
 * where it is a docstring.
 */
export function takeDocstring(cursor: Cursor): string | undefined {
  const stringsStart = countAhead(cursor, 0, ({ text }) => text === "(");
  const stringsEnd = countAhead(cursor, stringsStart, isString);
  const end = countAhead(cursor, stringsEnd, ({ text }) => text === ")");
  const isStringAlone = endsStatement(cursor.ahead(end)) && end - stringsEnd === stringsStart;
  if (stringsEnd === stringsStart || !isStringAlone) return undefined;
  while (cursor.accept("("));
  const value = parseStrings(cursor);
  return value.kind === "String" ? cleanDocstring(value.value) : undefined;
}

/** The distance of the first token, from one on, that is not such a token. */
function countAhead(cursor: Cursor, from: number, isSuch: (token: Token) => boolean): number {
  let distance = from;
  while (isSuch(cursor.ahead(distance))) distance += 1;
  return distance;
}

function endsStatement({ kind, text }: Token): boolean {
  return kind === "newline" || text === ";";
}

/**
 * Takes the indentation out of a docstring, as Python's `inspect.cleandoc` does: that of the first line, the least of
 * the other lines, and blank lines at both ends.
 */
export function cleanDocstring(text: string): string {
  const [first = "", ...rest] = expandTabs(text).split("\n");
  const margin = rest.reduce((least, line) => Math.min(least, indentation(line)), Number.POSITIVE_INFINITY);
  const lines = [first.replace(blank, ""), ...rest.map((line) => line.slice(Number.isFinite(margin) ? margin : 0))];
  const start = lines.findIndex((line) => line !== "");
  const end = lines.findLastIndex((line) => line !== "");
  return start < 0 ? "" : lines.slice(start, end + 1).join("\n");
}

function indentation(line: string): number {
  const width = blank.exec(line)?.[0].length ?? 0;
  return width === line.length ? Number.POSITIVE_INFINITY : width;
}

function expandTabs(text: string): string {
  if (!text.includes("\t")) return text;
  let column = 0;
  return Array.from(text, (character) => {
    if (character === "\t") {
      const width = tabSize - (column % tabSize);
      column += width;
      return " ".repeat(width);
    }
    column = character === "\n" || character === "\r" ? 0 : column + 1;
    return character;
  }).join("");
}
