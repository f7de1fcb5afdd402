import { describeExpression } from "./assignment-targets.js";
import { expectClosing } from "./closing.js";
import { atComprehension, parseComprehensionClauses } from "./comprehensions.js";
import type { Cursor } from "./cursor.js";
import type { Expression, Keyword, Span } from "./nodes.js";

/** The arguments of a call, or the bases and keywords of a class. */
export interface ArgumentList {
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
}

/**
 * Reads arguments with their parentheses.
 *
 * @throws PythonSyntaxError when their order or names are against Python's rules.
 */
export function parseArguments(cursor: Cursor): ArgumentList {
  return new ArgumentParser(cursor).parse();
}

class ArgumentParser {
  readonly #cursor: Cursor;
  readonly #args: Expression[] = [];
  readonly #keywords: Keyword[] = [];
  readonly #names = new Set<string>();
  #last: Span | undefined;

  constructor(cursor: Cursor) {
    this.#cursor = cursor;
  }

  parse(): ArgumentList {
    const start = this.#cursor.expect("(");
    while (!this.#cursor.at(")")) {
      this.#parseArgument(start);
      if (!this.#cursor.accept(",")) break;
    }
    expectClosing(this.#cursor, ")", this.#last);
    return { args: this.#args, keywords: this.#keywords };
  }

  #parseArgument(start: Span): void {
    const { token } = this.#cursor;
    if (token.text === "**") this.#parseUnpackedKeywords();
    else if (token.text === "*") this.#parseUnpackedPositional();
    else if (token.kind === "name" && this.#cursor.ahead(1).text === "=") this.#parseKeyword();
    else this.#parsePositional(start);
  }

  #parseUnpackedKeywords(): void {
    const start = this.#cursor.take();
    this.#addKeyword(start, undefined, this.#cursor.grammar.expression(this.#cursor));
  }

  #parseUnpackedPositional(): void {
    const start = this.#cursor.take();
    if (this.#keywords.some((keyword) => keyword.name === undefined)) {
      throw this.#cursor.error("iterable argument unpacking follows keyword argument unpacking", start);
    }
    const value = this.#cursor.grammar.expression(this.#cursor);
    this.#addPositional({ kind: "Starred", value, ...this.#cursor.spanFrom(start) });
  }

  #parseKeyword(): void {
    const name = this.#cursor.take();
    this.#cursor.expect("=");
    if (this.#names.has(name.text)) throw this.#cursor.error(`keyword argument repeated: ${name.text}`, name);
    this.#names.add(name.text);
    if (this.#cursor.at(",") || this.#cursor.at(")"))
      throw this.#cursor.error("expected argument value expression", name);
    this.#addKeyword(name, name.text, this.#cursor.grammar.expression(this.#cursor));
  }

  #parsePositional(start: Span): void {
    const value = this.#cursor.grammar.namedExpression(this.#cursor);
    if (this.#cursor.at("=")) throw this.#assignmentError(value);
    this.#addPositional(atComprehension(this.#cursor) ? this.#parseGenerator(start, value) : value);
  }

  /** As in CPython, the parentheses of the call are the generator's own. */
  #parseGenerator(start: Span, element: Expression): Expression {
    parseComprehensionClauses(this.#cursor);
    const isAlone = this.#args.length + this.#keywords.length === 0 && this.#cursor.at(")");
    if (!isAlone) throw this.#cursor.error("Generator expression must be parenthesized", element);
    const span = { ...this.#cursor.spanFrom(start), end: this.#cursor.token.end };
    return { kind: "Comprehension", type: "generator", ...span };
  }

  #addPositional(value: Expression): void {
    const follows = this.#keywords.at(-1);
    if (follows !== undefined && value.kind !== "Starred") throw this.#orderError(follows);
    this.#args.push(value);
    this.#last = value;
  }

  #addKeyword(start: Span, name: string | undefined, value: Expression): void {
    this.#keywords.push({ name, value, ...this.#cursor.spanFrom(start) });
    this.#last = value;
  }

  #orderError({ name }: Keyword): Error {
    const kind = name === undefined ? "keyword argument unpacking" : "keyword argument";
    return this.#cursor.error(`positional argument follows ${kind}`);
  }

  #assignmentError(value: Expression): Error {
    const isConstant = value.kind === "Constant" && value.value !== "...";
    return isConstant
      ? this.#cursor.error(`cannot assign to ${describeExpression(value)}`, value)
      : this.#cursor.error('expression cannot contain assignment, perhaps you meant "=="?', value);
  }
}
