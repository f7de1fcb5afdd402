import type { Expression, Span, Statement } from "./nodes.js";
import type { SourceText } from "./source-text.js";
import { PythonSyntaxError } from "./syntax-error.js";
import type { Token, TokenKind } from "./token.js";

/** How deep expressions may nest, and how long a chain of operators may be. Few files come near; a stack does not end here. */
const maximumNesting = 1000;
const maximumChain = 2500;

/** The rules that the rules below them come back to, as a call's arguments are expressions again. */
export interface Grammar {
  /** A conditional, a lambda, or what binds closer. */
  readonly expression: (cursor: Cursor) => Expression;
  /** An expression, or `name := expression`. */
  readonly namedExpression: (cursor: Cursor) => Expression;
  /** What may stand between `in` and `if` in a comprehension: no conditional and no lambda. */
  readonly disjunction: (cursor: Cursor) => Expression;
  /** Operands of `|` and what binds closer: what may be starred or assigned to. */
  readonly bitwiseOr: (cursor: Cursor) => Expression;
  /** A compound statement, or a line of simple ones. */
  readonly statement: (cursor: Cursor) => readonly Statement[];
}

/** Walks over the tokens of a module; every rule of the grammar reads from one. */
export class Cursor {
  readonly source: SourceText;
  readonly grammar: Grammar;
  readonly #tokens: readonly Token[];
  readonly #end: Token;
  #index = 0;
  #lastEnd = 0;
  #nesting: number;

  /** @param nesting - how deep the expression that the tokens stand in is nested. */
  constructor(source: SourceText, tokens: readonly Token[], grammar: Grammar, nesting = 0) {
    const offset = source.text.length;
    this.#nesting = nesting;
    this.source = source;
    this.#tokens = tokens;
    this.grammar = grammar;
    this.#end = { kind: "end", text: "", start: offset, end: offset, ...source.locate(offset) };
  }

  /** The token to be read next. */
  get token(): Token {
    return this.ahead(0);
  }

  /** A token further on: 0 is the next. */
  ahead(distance: number): Token {
    return this.#tokens[this.#index + distance] ?? this.#end;
  }

  /** A cursor over tokens that stand inside the next or the last token: in a string. */
  inside(tokens: readonly Token[]): Cursor {
    return new Cursor(this.source, tokens, this.grammar, this.#nesting + 1);
  }

  /** Whether the next token is a certain name, keyword or operator. */
  at(text: string): boolean {
    return this.token.text === text;
  }

  /** Whether the next token is of a kind. */
  atKind(kind: TokenKind): boolean {
    return this.token.kind === kind;
  }

  /** Reads the next token. */
  take(): Token {
    const token = this.token;
    this.#index += 1;
    if (token.text !== "" || token.kind === "string" || token.kind === "formatted") this.#lastEnd = token.end;
    return token;
  }

  /** Reads the next token where it is this one. */
  accept(text: string): boolean {
    const found = this.at(text);
    if (found) this.take();
    return found;
  }

  /**
   * Reads a token that must come next.
   *
   * @throws PythonSyntaxError when another one does.
   */
  expect(text: string, message = "invalid syntax"): Token {
    if (!this.at(text)) throw this.error(message);
    return this.take();
  }

  /**
   * Reads a name.
   *
   * @throws PythonSyntaxError when something else comes next.
   */
  expectName(): Token {
    if (this.token.kind !== "name") throw this.error("invalid syntax");
    return this.take();
  }

  /** The span from a token or node to the last token that was read. */
  spanFrom({ start, line, column }: Span): Span {
    return { start, end: Math.max(this.#lastEnd, start), line, column };
  }

  /** A syntax error at a token or node: the next token, where none is given. */
  error(message: string, place: Span = this.token): PythonSyntaxError {
    return new PythonSyntaxError(message, place.line, place.column);
  }

  /**
   * Reads by a rule that may come back to itself without a bracket.
   *
   * @throws PythonSyntaxError when that has gone too deep.
   */
  nested<Result>(rule: (cursor: Cursor) => Result): Result {
    if (this.#nesting >= maximumNesting) throw this.error("too many nested expressions");
    this.#nesting += 1;
    const result = rule(this);
    this.#nesting -= 1;
    return result;
  }

  /**
   * Bounds a chain of operators, whose tree is as deep as it is long.
   *
   * @throws PythonSyntaxError when it is too long.
   */
  limitChain(length: number): void {
    if (length > maximumChain) throw this.error("too many chained operations");
  }
}
