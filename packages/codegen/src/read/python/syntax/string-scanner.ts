import { skip } from "./characters.js";
import type { SourceText } from "./source-text.js";

/** Where a string starts, with its prefix; the quotes follow. */
const stringStart: RegExp = /(?:[rR][bBfFtT]?|[bBfFtT][rR]?|[uU])?(?="|')/y;

/** What stands before the content of a string. */
export interface StringOpening {
  /** The offset of the prefix. */
  readonly start: number;
  /** In lower case, so `rb` or nothing at all. */
  readonly prefix: string;
  /** One quote or three. */
  readonly quotes: string;
  /** The offset after the quotes. */
  readonly contentStart: number;
}

/** The opening of the string that starts at an offset, where one does. */
export function openString(text: string, start: number): StringOpening | undefined {
  const quote = skip(stringStart, text, start);
  const character = text[quote];
  if (character !== '"' && character !== "'") return undefined;
  const quotes = text.startsWith(character.repeat(3), quote) ? character.repeat(3) : character;
  return { start, prefix: text.slice(start, quote).toLowerCase(), quotes, contentStart: quote + quotes.length };
}

/** Whether a string holds expressions: an f-string or a t-string. */
export function isFormatted({ prefix }: StringOpening): boolean {
  return prefix.includes("f") || prefix.includes("t");
}

const ordinaryCharacters = /[^\\\n"']+/y;

/**
 * The offset after a string that holds no expressions.
 *
 * @throws PythonSyntaxError when it does not end.
 */
export function scanPlainString(source: SourceText, opening: StringOpening): number {
  const { text } = source;
  const { quotes } = opening;
  let offset = opening.contentStart;
  for (;;) {
    offset = skip(ordinaryCharacters, text, offset);
    if (text.startsWith(quotes, offset)) return offset + quotes.length;
    if (offset >= text.length || (text[offset] === "\n" && quotes.length === 1)) {
      throw unterminated(source, opening, offset);
    }
    offset += text[offset] === "\\" ? 2 : 1;
  }
}

/** The error for a string that does not end, at its start, as CPython puts it. */
export function unterminated(source: SourceText, opening: StringOpening, offset: number): Error {
  const letter = /[ft]/.exec(opening.prefix)?.[0];
  const kind = `${opening.quotes.length === 3 ? "triple-quoted " : ""}${letter === undefined ? "" : `${letter}-`}string`;
  const line = offset >= source.text.length ? source.lastLine : source.lineOf(offset);
  return source.error(`unterminated ${kind} literal (detected at line ${String(line)})`, opening.start);
}
