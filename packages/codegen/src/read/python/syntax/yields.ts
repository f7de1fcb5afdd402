import type { Cursor } from "./cursor.js";
import { parseExpressionList } from "./lists.js";
import type { Yield } from "./nodes.js";
import { startsExpression } from "./token.js";

/** Reads `yield`, `yield values` or `yield from value`. What it yields is not kept. */
export function parseYield(cursor: Cursor): Yield {
  const start = cursor.expect("yield");
  if (cursor.accept("from")) cursor.grammar.expression(cursor);
  else if (startsExpression(cursor.token)) parseExpressionList(cursor);
  return { kind: "Yield", ...cursor.spanFrom(start) };
}
