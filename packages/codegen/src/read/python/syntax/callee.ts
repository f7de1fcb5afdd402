import type { Expression } from "./nodes.js";

/** What is named, with arguments or without: the `dataclass` of `@dataclass`, and of `@dataclass(frozen=True)`. */
export function calleeOf(expression: Expression): Expression {
  return expression.kind === "Call" ? expression.func : expression;
}
