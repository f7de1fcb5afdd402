import { BracketStack, type OpenBracket } from "./brackets.js";
import { characterAt, describeInvalidCharacter, identifierPart, identifierStart, skip } from "./characters.js";
import { scanFormattedString } from "./formatted-string-scanner.js";
import { IndentationLevels, measureIndentation } from "./indentation.js";
import { scanNumber } from "./numbers.js";
import type { SourceText } from "./source-text.js";
import { isFormatted, openString, type StringOpening, scanPlainString } from "./string-scanner.js";
import { keywords, type Token, type TokenKind } from "./token.js";

const blanks = /(?:[ \t\f]+|#[^\n]*|\\\n(?=[\s\S]))+/y;
const comment = /#[^\n]*/y;
const asciiName = /[A-Za-z_][A-Za-z0-9_]*/y;
const numberStart = /\.?\d/y;
const operator = /\*\*=?|\/\/=?|>>=?|<<=?|\.\.\.|->|[!=<>:+\-*/%@&|^]=|[-+*/%@&|^~<>()[\]{},:.;=]/y;

/** The tokens of a module, and the bracket that is still open at its end. */
export interface TokenList {
  readonly tokens: readonly Token[];
  readonly unclosed: OpenBracket | undefined;
}

/**
 * Splits a module into tokens, as CPython's tokenizer does.
 *
 * @throws PythonSyntaxError when it cannot be split.
 */
export function tokenize(source: SourceText): TokenList {
  return new Tokenizer(source, 0, source.text.length).run();
}

/**
 * Splits an expression that stands in braces, as in an f-string; line ends in it mean nothing.
 *
 * @param start - the offset after the opening brace.
 * @param end - the offset after the expression.
 * @throws PythonSyntaxError when it cannot be split.
 */
export function tokenizeInBraces(source: SourceText, start: number, end: number): readonly Token[] {
  return new Tokenizer(source, start, end).runInBraces();
}

class Tokenizer {
  readonly #source: SourceText;
  readonly #text: string;
  readonly #brackets: BracketStack;
  readonly #levels: IndentationLevels;
  readonly #tokens: Token[] = [];
  readonly #end: number;
  #offset: number;
  #atLineStart = true;

  constructor(source: SourceText, start: number, end: number) {
    this.#source = source;
    this.#text = source.text;
    this.#offset = start;
    this.#end = end;
    this.#brackets = new BracketStack(source);
    this.#levels = new IndentationLevels(source);
  }

  run(): TokenList {
    while (this.#offset < this.#end) {
      if (this.#atLineStart) this.#readIndentation();
      else this.#readToken();
    }
    this.#finish();
    return { tokens: this.#tokens, unclosed: this.#brackets.innermost };
  }

  runInBraces(): readonly Token[] {
    this.#brackets.see("{", this.#offset - 1);
    while (this.#offset < this.#end) this.#readToken();
    this.#push("end", this.#offset);
    return this.#tokens;
  }

  /** Lines that are blank, or hold a comment only, say nothing about indentation. */
  #readIndentation(): void {
    const indentation = measureIndentation(this.#text, this.#offset);
    const end = skip(comment, this.#text, indentation.end);
    this.#offset = end;
    if (this.#text[end] === "\n") this.#offset += 1;
    else if (end < this.#text.length) {
      this.#atLineStart = false;
      const change = this.#levels.enter(indentation);
      if (change > 0) this.#push("indent", end);
      for (let closed = change; closed < 0; closed += 1) this.#push("dedent", end);
    }
  }

  #readToken(): void {
    this.#offset = skip(blanks, this.#text, this.#offset);
    if (this.#offset >= this.#end) return;
    const string = openString(this.#text, this.#offset);
    if (string !== undefined) this.#readString(string);
    else if (this.#text[this.#offset] === "\n") this.#readLineEnd();
    else if (!this.#readName() && !this.#readNumber() && !this.#readOperator()) this.#refuseCharacter();
  }

  #readLineEnd(): void {
    if (this.#brackets.isEmpty) {
      this.#push("newline", this.#offset);
      this.#atLineStart = true;
    }
    this.#offset += 1;
  }

  #readString(opening: StringOpening): void {
    const formatted = isFormatted(opening);
    const end = formatted ? scanFormattedString(this.#source, opening).end : scanPlainString(this.#source, opening);
    this.#push(formatted ? "formatted" : "string", end);
  }

  #readName(): boolean {
    const asciiEnd = skip(asciiName, this.#text, this.#offset);
    const end = this.#skipUnicodeName(asciiEnd);
    if (end === this.#offset) return false;
    const text = this.#text.slice(this.#offset, end);
    if (end > asciiEnd) this.#push("name", end, text.normalize("NFKC"));
    else this.#push(keywords.has(text) ? "keyword" : "name", end, text);
    return true;
  }

  #skipUnicodeName(start: number): number {
    let end = start;
    while (this.#text.charCodeAt(end) > 127 || end > start) {
      const character = characterAt(this.#text, end);
      if (!(end === this.#offset ? identifierStart : identifierPart).test(character)) break;
      end += character.length;
    }
    return end;
  }

  #readNumber(): boolean {
    if (skip(numberStart, this.#text, this.#offset) === this.#offset) return false;
    const end = scanNumber(this.#source, this.#offset);
    this.#push("number", end, this.#text.slice(this.#offset, end));
    return true;
  }

  #readOperator(): boolean {
    const end = skip(operator, this.#text, this.#offset);
    if (end === this.#offset) return false;
    const text = this.#text.slice(this.#offset, end);
    this.#brackets.see(text, this.#offset);
    this.#push("operator", end, text);
    return true;
  }

  #refuseCharacter(): never {
    const character = characterAt(this.#text, this.#offset);
    if (character === "\\") throw this.#backslashError();
    const isSymbol = /[$?!`]/.test(character);
    throw this.#source.error(isSymbol ? "invalid syntax" : describeInvalidCharacter(character), this.#offset);
  }

  #backslashError(): Error {
    if (/^\n?$/.test(this.#text.slice(this.#offset + 1))) {
      return this.#source.error("unexpected EOF while parsing", this.#offset);
    }
    return this.#source.error("unexpected character after line continuation character", this.#offset + 1);
  }

  /** A file may end without a line end; the line is ended, and every level is closed. */
  #finish(): void {
    const end = this.#text.length;
    this.#offset = end;
    if (!this.#atLineStart) this.#push("newline", end);
    for (let depth = this.#levels.depth; depth > 0; depth -= 1) this.#push("dedent", end);
    this.#push("end", end);
  }

  #push(kind: TokenKind, end: number, text = ""): void {
    const start = this.#offset;
    const { line, column } = this.#source.locate(start);
    this.#tokens.push({ kind, text, start, end, line, column });
    this.#offset = end;
  }
}
