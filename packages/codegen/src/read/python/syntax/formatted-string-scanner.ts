import { skip } from "./characters.js";
import type { SourceText } from "./source-text.js";
import { isFormatted, openString, type StringOpening, scanPlainString, unterminated } from "./string-scanner.js";

/** CPython's own limit. */
const maximumNesting = 150;

const ordinaryText = /[^\\\n{}"']+/y;
const namedCharacter = /\\N\{[^{}\\\n"']*\}/y;
const ordinaryCode = /(?:[^\w#"'()[\]{}:!]|\w+(?![\w"'])|!=)+/y;
const word = /\w+/y;

/**
 * The offset after an f-string or a t-string (PEP 701: its expressions may hold strings with the same quotes).
 *
 * @throws PythonSyntaxError when it does not end, or a brace does not.
 */
export function scanFormattedString(source: SourceText, opening: StringOpening): number {
  return new FormattedStringScanner(source, opening, 0).scan();
}

class FormattedStringScanner {
  private readonly source: SourceText;
  private readonly text: string;
  private readonly opening: StringOpening;
  private readonly nesting: number;
  private offset: number;

  constructor(source: SourceText, opening: StringOpening, nesting: number) {
    if (nesting > maximumNesting) throw source.error("too many nested f-strings or t-strings", opening.start);
    this.source = source;
    this.text = source.text;
    this.opening = opening;
    this.nesting = nesting;
    this.offset = opening.contentStart;
  }

  scan(): number {
    for (;;) {
      this.skipOrdinaryText();
      if (this.atClosingQuotes()) return this.offset + this.opening.quotes.length;
      if (this.text[this.offset] === "{") this.scanOpeningBrace();
      else if (this.text[this.offset] === "}") this.scanClosingBrace();
      else this.offset += 1;
    }
  }

  private skipOrdinaryText(): void {
    for (;;) {
      this.offset = skip(ordinaryText, this.text, this.offset);
      this.refuseEnd();
      if (this.text[this.offset] !== "\\") return;
      this.scanBackslash();
    }
  }

  private atClosingQuotes(): boolean {
    return this.text.startsWith(this.opening.quotes, this.offset);
  }

  private refuseEnd(): void {
    const endsLine = this.text[this.offset] === "\n" && this.opening.quotes.length === 1;
    if (endsLine || this.offset >= this.text.length) throw unterminated(this.source, this.opening, this.offset);
  }

  /** A backslash does not escape a brace, and the braces of a named character are no expression. */
  private scanBackslash(): void {
    const afterName = this.opening.prefix.includes("r") ? this.offset : skip(namedCharacter, this.text, this.offset);
    if (afterName > this.offset) this.offset = afterName;
    else this.offset += /[{}]/.test(this.text[this.offset + 1] ?? "") ? 1 : 2;
  }

  private scanOpeningBrace(): void {
    if (this.text[this.offset + 1] === "{") this.offset += 2;
    else this.scanReplacementField(this.nesting + 1);
  }

  private scanClosingBrace(): void {
    if (this.text[this.offset + 1] !== "}") throw this.error("single '}' is not allowed");
    this.offset += 2;
  }

  /** `{expression!conversion:format}`; brackets, strings and comments inside it are stepped over. */
  private scanReplacementField(nesting: number): void {
    if (nesting > maximumNesting) throw this.error("expressions nested too deeply");
    const start = this.offset;
    this.offset += 1;
    let depth = 0;
    for (let end = this.scanCode(start); depth > 0 || !/[}:]/.test(end); end = this.scanCode(start)) {
      if (/[([{]/.test(end)) depth += 1;
      if (/[)\]}]/.test(end)) depth -= 1;
      this.offset += 1;
    }
    if (this.text[this.offset] === ":") this.scanFormat(nesting);
    else this.offset += 1;
  }

  /** Steps up to a bracket, a colon or an exclamation mark, and answers it. */
  private scanCode(fieldStart: number): string {
    for (;;) {
      this.offset = skip(ordinaryCode, this.text, this.offset);
      const string = openString(this.text, this.offset);
      if (string !== undefined) this.offset = this.scanInnerString(string);
      else if (this.text[this.offset] === "#") this.skipComment();
      else if (!this.skipWord()) break;
    }
    const character = this.text[this.offset];
    if (character === undefined) throw this.source.error("'{' was never closed", fieldStart);
    return character;
  }

  private scanInnerString(opening: StringOpening): number {
    if (!isFormatted(opening)) return this.scanPlainString(opening);
    return new FormattedStringScanner(this.source, opening, this.nesting + 1).scan();
  }

  /** Where what looks like an inner string does not end, its quote was meant to end the outer one: a brace is missing. */
  private scanPlainString(opening: StringOpening): number {
    try {
      return scanPlainString(this.source, opening);
    } catch (error) {
      const isOuterQuote = opening.prefix === "" && opening.quotes === this.opening.quotes;
      throw isOuterQuote ? this.error("expecting '}'") : error;
    }
  }

  /** A word right before a string that is not its prefix, as in `a if"b"else c`. */
  private skipWord(): boolean {
    const start = this.offset;
    this.offset = skip(word, this.text, start);
    return this.offset > start;
  }

  private skipComment(): void {
    const end = this.text.indexOf("\n", this.offset);
    this.offset = end < 0 ? this.text.length : end;
  }

  /** What follows the colon, with the closing brace; it may hold fields of its own. */
  private scanFormat(nesting: number): void {
    this.offset += 1;
    for (;;) {
      this.skipOrdinaryText();
      if (this.atClosingQuotes()) throw this.error("expecting '}', or format specs");
      if (this.text[this.offset] === "{") this.scanReplacementField(nesting + 1);
      else if (this.text[this.offset++] === "}") return;
    }
  }

  private error(message: string): Error {
    const kind = this.opening.prefix.includes("t") ? "t-string" : "f-string";
    return this.source.error(`${kind}: ${message}`, Math.min(this.offset, this.text.length));
  }
}
