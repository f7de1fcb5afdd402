import type { Token } from "./token.js";

interface LambdaScope {
  /** How many brackets were open at the word `lambda`. */
  readonly depth: number;
  inBody: boolean;
}

/**
 * Follows brackets and lambdas through tokens that are not parsed: which colon ends a header, and which `yield` is a
 * lambda's own.
 */
export class LambdaScopes {
  readonly #open: LambdaScope[] = [];
  #depth = 0;

  /** Whether the last token that was seen is in the body of a lambda. */
  get inBody(): boolean {
    return this.#open.some((scope) => scope.inBody);
  }

  /** Sees the next token; answers whether it is a colon that belongs to no bracket and no lambda. */
  see({ text }: Token): boolean {
    if (text === "lambda") this.#open.push({ depth: this.#depth, inBody: false });
    else if (text === "(" || text === "[" || text === "{") this.#depth += 1;
    else if (text === ")" || text === "]" || text === "}") this.#close();
    else if (text === ",") this.#endBodies();
    else if (text === ":") return this.#seeColon();
    return false;
  }

  #close(): void {
    this.#depth -= 1;
    while (this.#open.length > 0 && (this.#open.at(-1)?.depth ?? 0) > this.#depth) this.#open.pop();
  }

  /** Ends the bodies that reach up to the token, which is in none of them. */
  #endBodies(): void {
    while (this.#innermost?.inBody === true) this.#open.pop();
  }

  #seeColon(): boolean {
    this.#endBodies();
    const scope = this.#innermost;
    if (scope === undefined) return this.#depth === 0;
    scope.inBody = true;
    return false;
  }

  get #innermost(): LambdaScope | undefined {
    const scope = this.#open.at(-1);
    return scope?.depth === this.#depth ? scope : undefined;
  }
}
