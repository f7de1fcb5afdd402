import { skip } from "./characters.js";
import type { SourceText } from "./source-text.js";
import { isFormatted, openString, type StringOpening, scanPlainString, unterminated } from "./string-scanner.js";

/** CPython's own limit. */
const maximumNesting = 150;

const ordinaryText = /[^\\\n{}"']+/y;
const namedCharacter = /\\N\{[^{}\\\n"']*\}/y;
const ordinaryCode = /(?:[^\w#"'()[\]{}:!]|\w+(?![\w"'])|!=)+/y;
const word = /\w+/y;

/** A piece of an f-string as it stands in the source: of the text between the fields, or a field. */
export type FormattedPiece = TextPiece | FieldPiece;

/** Text without fields. A brace that is written twice is in it once. */
export interface TextPiece {
  readonly kind: "text";
  readonly start: number;
  readonly end: number;
}

/** `{expression!conversion:format}` */
export interface FieldPiece {
  readonly kind: "field";
  /** Where the expression stands. */
  readonly start: number;
  readonly end: number;
  /** What follows the exclamation mark. */
  readonly conversion: string | undefined;
  /** What follows the colon. */
  readonly format: readonly FormattedPiece[] | undefined;
}

/** An f-string or a t-string that was stepped over. */
export interface ScannedString {
  /** The offset after it. */
  readonly end: number;
  readonly pieces: readonly FormattedPiece[];
}

/**
 * Steps over an f-string or a t-string (PEP 701: its expressions may hold strings with the same quotes).
 *
 * @throws PythonSyntaxError when it does not end, or a brace does not.
 */
export function scanFormattedString(source: SourceText, opening: StringOpening): ScannedString {
  return new FormattedStringScanner(source, opening, 0).scan();
}

class FormattedStringScanner {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #opening: StringOpening;
  readonly #nesting: number;
  #offset: number;

  constructor(source: SourceText, opening: StringOpening, nesting: number) {
    if (nesting > maximumNesting) throw source.error("too many nested f-strings or t-strings", opening.start);
    this.#source = source;
    this.#text = source.text;
    this.#opening = opening;
    this.#nesting = nesting;
    this.#offset = opening.contentStart;
  }

  scan(): ScannedString {
    const pieces: FormattedPiece[] = [];
    for (let start = this.#offset; ; ) {
      this.#skipOrdinaryText();
      const end = this.#offset;
      const character = this.#text[end];
      if (this.#atClosingQuotes()) {
        pieces.push({ kind: "text", start, end });
        return { end: end + this.#opening.quotes.length, pieces };
      }
      if (character !== "{" && character !== "}") this.#offset += 1;
      else {
        pieces.push(...this.#scanBrace(start));
        start = this.#offset;
      }
    }
  }

  /** A brace that stands twice is text; one alone begins a field, and ends none. */
  #scanBrace(start: number): readonly FormattedPiece[] {
    const end = this.#offset;
    const isDoubled = this.#text[end + 1] === this.#text[end];
    if (!isDoubled && this.#text[end] === "}") throw this.#error("single '}' is not allowed");
    if (!isDoubled) return [{ kind: "text", start, end }, this.#scanReplacementField(this.#nesting + 1)];
    this.#offset += 2;
    return [{ kind: "text", start, end: end + 1 }];
  }

  #skipOrdinaryText(): void {
    for (;;) {
      this.#offset = skip(ordinaryText, this.#text, this.#offset);
      this.#refuseEnd();
      if (this.#text[this.#offset] !== "\\") return;
      this.#scanBackslash();
    }
  }

  #atClosingQuotes(): boolean {
    return this.#text.startsWith(this.#opening.quotes, this.#offset);
  }

  #refuseEnd(): void {
    const endsLine = this.#text[this.#offset] === "\n" && this.#opening.quotes.length === 1;
    if (endsLine || this.#offset >= this.#text.length) throw unterminated(this.#source, this.#opening, this.#offset);
  }

  /** A backslash does not escape a brace, and the braces of a named character are no expression. */
  #scanBackslash(): void {
    const afterName = this.#opening.prefix.includes("r")
      ? this.#offset
      : skip(namedCharacter, this.#text, this.#offset);
    if (afterName > this.#offset) this.#offset = afterName;
    else this.#offset += /[{}]/.test(this.#text[this.#offset + 1] ?? "") ? 1 : 2;
  }

  /** `{expression!conversion:format}`; brackets, strings and comments inside it are stepped over. */
  #scanReplacementField(nesting: number): FieldPiece {
    if (nesting > maximumNesting) throw this.#error("expressions nested too deeply");
    const start = this.#offset + 1;
    const end = this.#scanExpression(start, /[!:}]/);
    const codeEnd = this.#text[end] === "!" ? this.#scanExpression(end + 1, /[:}]/) : end;
    const conversion = end < codeEnd ? this.#text.slice(end + 1, codeEnd) : undefined;
    const hasFormat = this.#text[codeEnd] === ":";
    this.#offset = codeEnd + 1;
    return { kind: "field", start, end, conversion, format: hasFormat ? this.#scanFormat(nesting) : undefined };
  }

  /** Steps from an offset up to one of these characters outside brackets, and answers where it stands. */
  #scanExpression(start: number, isEnd: RegExp): number {
    this.#offset = start;
    let depth = 0;
    for (let end = this.#scanCode(start); depth > 0 || !isEnd.test(end); end = this.#scanCode(start)) {
      if (/[([{]/.test(end)) depth += 1;
      if (/[)\]}]/.test(end)) depth -= 1;
      this.#offset += 1;
    }
    return this.#offset;
  }

  /** Steps up to a bracket, a colon or an exclamation mark, and answers it. */
  #scanCode(start: number): string {
    for (;;) {
      this.#offset = skip(ordinaryCode, this.#text, this.#offset);
      const string = openString(this.#text, this.#offset);
      if (string !== undefined) this.#offset = this.#scanInnerString(string);
      else if (this.#text[this.#offset] === "#") this.#skipComment();
      else if (!this.#skipWord()) break;
    }
    const character = this.#text[this.#offset];
    if (character === undefined) throw this.#source.error("'{' was never closed", start - 1);
    return character;
  }

  #scanInnerString(opening: StringOpening): number {
    if (!isFormatted(opening)) return this.#scanPlainString(opening);
    return new FormattedStringScanner(this.#source, opening, this.#nesting + 1).scan().end;
  }

  /** Where what looks like an inner string does not end, its quote was meant to end the outer one: a brace is missing. */
  #scanPlainString(opening: StringOpening): number {
    try {
      return scanPlainString(this.#source, opening);
    } catch (error) {
      const isOuterQuote = opening.prefix === "" && opening.quotes === this.#opening.quotes;
      throw isOuterQuote ? this.#error("expecting '}'") : error;
    }
  }

  /** A word right before a string that is not its prefix, as in `a if"b"else c`. */
  #skipWord(): boolean {
    const start = this.#offset;
    this.#offset = skip(word, this.#text, start);
    return this.#offset > start;
  }

  #skipComment(): void {
    const end = this.#text.indexOf("\n", this.#offset);
    this.#offset = end < 0 ? this.#text.length : end;
  }

  /** What follows the colon, with the closing brace; it may hold fields of its own. */
  #scanFormat(nesting: number): readonly FormattedPiece[] {
    const pieces: FormattedPiece[] = [];
    for (let start = this.#offset; ; ) {
      this.#skipOrdinaryText();
      const end = this.#offset;
      const character = this.#text[end];
      if (this.#atClosingQuotes()) throw this.#error("expecting '}', or format specs");
      if (character === "{") {
        pieces.push({ kind: "text", start, end }, this.#scanReplacementField(nesting + 1));
        start = this.#offset;
      } else {
        this.#offset += 1;
        if (character === "}") return [...pieces, { kind: "text", start, end }];
      }
    }
  }

  #error(message: string): Error {
    const kind = this.#opening.prefix.includes("t") ? "t-string" : "f-string";
    return this.#source.error(`${kind}: ${message}`, Math.min(this.#offset, this.#text.length));
  }
}
