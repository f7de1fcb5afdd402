import type { Cursor } from "./cursor.js";
import { parseMaybeStarred } from "./lists.js";
import type { Expression, Parameter, ParameterKind } from "./nodes.js";
import type { Token } from "./token.js";

/**
 * Reads parameters up to a closing token, which is not read.
 *
 * @param closing - `)` for a function, `:` for a lambda, whose parameters have no annotations.
 * @throws PythonSyntaxError when their order, defaults or names are against Python's rules.
 */
export function parseParameters(cursor: Cursor, closing: ")" | ":"): readonly Parameter[] {
  return new ParameterParser(cursor, closing).parse();
}

class ParameterParser {
  readonly #cursor: Cursor;
  readonly #closing: ")" | ":";
  readonly #names = new Set<string>();
  #params: Parameter[] = [];
  #star: Token | undefined;
  /** A `*` without a name, until a name follows it. */
  #bareStar: Token | undefined;
  #slash: Token | undefined;

  constructor(cursor: Cursor, closing: ")" | ":") {
    this.#cursor = cursor;
    this.#closing = closing;
  }

  parse(): readonly Parameter[] {
    while (!this.#cursor.at(this.#closing)) {
      this.#parseParameter();
      if (!this.#cursor.accept(",")) break;
    }
    if (!this.#cursor.at(this.#closing)) throw this.#cursor.error("invalid syntax");
    this.#refuseBareStar();
    return this.#params;
  }

  #parseParameter(): void {
    if (this.#params.at(-1)?.kind === "var-keyword") {
      throw this.#cursor.error("arguments cannot follow var-keyword argument");
    }
    if (this.#cursor.at("/")) this.#parseSlash();
    else if (this.#cursor.at("**")) this.#parseVarKeyword();
    else if (this.#cursor.at("*")) this.#parseStar();
    else this.#parseNamed();
  }

  #parseSlash(): void {
    const slash = this.#cursor.take();
    if (this.#slash !== undefined) throw this.#cursor.error("/ may appear only once", slash);
    if (this.#star !== undefined) throw this.#cursor.error("/ must be ahead of *", slash);
    if (this.#params.length === 0) throw this.#cursor.error("at least one argument must precede /", slash);
    this.#slash = slash;
    this.#params = this.#params.map((parameter) => ({ ...parameter, kind: "positional-only" }));
  }

  #parseStar(): void {
    const star = this.#cursor.take();
    if (this.#star !== undefined) throw this.#cursor.error("* argument may appear only once", star);
    this.#star = star;
    if (!this.#cursor.atKind("name")) {
      this.#bareStar = star;
      return;
    }
    this.#add(this.#cursor.take(), "var-positional", () =>
      parseMaybeStarred(this.#cursor, this.#cursor.grammar.expression),
    );
    if (this.#cursor.at("=")) throw this.#cursor.error("var-positional argument cannot have default value");
  }

  #parseVarKeyword(): void {
    this.#cursor.take();
    this.#refuseBareStar();
    this.#add(this.#cursor.expectName(), "var-keyword", () => this.#cursor.grammar.expression(this.#cursor));
    if (this.#cursor.at("=")) throw this.#cursor.error("var-keyword argument cannot have default value");
  }

  #parseNamed(): void {
    const kind = this.#star === undefined ? "positional-or-keyword" : "keyword-only";
    this.#bareStar = undefined;
    this.#add(this.#cursor.expectName(), kind, () => this.#cursor.grammar.expression(this.#cursor));
  }

  #add(token: Token, kind: ParameterKind, parseAnnotation: () => Expression): void {
    if (this.#names.has(token.text)) {
      throw this.#cursor.error(`duplicate argument '${token.text}' in function definition`, token);
    }
    this.#names.add(token.text);
    const span = this.#cursor.spanFrom(token);
    const annotation = this.#closing === ")" && this.#cursor.accept(":") ? parseAnnotation() : undefined;
    const value = kind.startsWith("var-") ? undefined : this.#parseDefault();
    this.#refuseMissingDefault(token, kind, value);
    this.#params.push({ name: token.text, kind, annotation, default: value, ...span });
  }

  #parseDefault(): Expression | undefined {
    if (!this.#cursor.at("=")) return undefined;
    const equals = this.#cursor.take();
    if (this.#cursor.at(",") || this.#cursor.at(this.#closing)) {
      throw this.#cursor.error("expected default value expression", equals);
    }
    return this.#cursor.grammar.expression(this.#cursor);
  }

  #refuseMissingDefault(token: Token, kind: ParameterKind, value: Expression | undefined): void {
    if (kind !== "positional-or-keyword" || value !== undefined) return;
    if (this.#params.at(-1)?.default === undefined) return;
    throw this.#cursor.error("parameter without a default follows parameter with a default", token);
  }

  #refuseBareStar(): void {
    if (this.#bareStar !== undefined) throw this.#cursor.error("named arguments must follow bare *", this.#bareStar);
  }
}
