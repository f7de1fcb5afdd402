import type { Span } from "./nodes.js";

export type TokenKind =
  | "name"
  | "keyword"
  | "operator"
  | "number"
  | "string"
  | "formatted"
  | "newline"
  | "indent"
  | "dedent"
  | "end";

/** One token. `formatted` is an f-string or a t-string; `newline` ends a logical line. */
export interface Token extends Span {
  readonly kind: TokenKind;
  /**
   * A name (normalised, NFKC), a keyword, an operator or a number as it is written; empty for every other kind. No two
   * of the first three are ever the same text, so that comparing it is enough.
   */
  readonly text: string;
}

/** The words that are never names. `match`, `case`, `type` and `_` are names that the grammar may read otherwise. */
export const keywords: ReadonlySet<string> = new Set([
  "False",
  "None",
  "True",
  "and",
  "as",
  "assert",
  "async",
  "await",
  "break",
  "class",
  "continue",
  "def",
  "del",
  "elif",
  "else",
  "except",
  "finally",
  "for",
  "from",
  "global",
  "if",
  "import",
  "in",
  "is",
  "lambda",
  "nonlocal",
  "not",
  "or",
  "pass",
  "raise",
  "return",
  "try",
  "while",
  "with",
  "yield",
]);

const expressionStarts: ReadonlySet<string> = new Set([
  ...["False", "None", "True", "await", "lambda", "not"],
  ...["(", "[", "{", "+", "-", "~", "...", "*"],
]);

/** Whether an expression, perhaps a starred one, can start with a token. */
export function startsExpression(token: Token): boolean {
  return token.kind === "keyword" || token.kind === "operator" ? expressionStarts.has(token.text) : isOperand(token);
}

/** Whether a token is an operand by itself: a name, a number or a string. */
function isOperand(token: Token): boolean {
  return token.kind === "name" || token.kind === "number" || isString(token);
}

/** Whether a token is a string of any kind. */
export function isString(token: Token): boolean {
  return token.kind === "string" || token.kind === "formatted";
}
