import type { Cursor } from "./cursor.js";
import type { Expression, Starred } from "./nodes.js";
import { startsExpression } from "./token.js";

type Rule = (cursor: Cursor) => Expression;

/** Reads `*value`. */
export function parseStarred(cursor: Cursor): Starred {
  const start = cursor.expect("*");
  const value = cursor.grammar.bitwiseOr(cursor);
  return { kind: "Starred", value, ...cursor.spanFrom(start) };
}

/** Reads `*value`, or what a rule reads. */
export function parseMaybeStarred(cursor: Cursor, rule: Rule): Expression {
  return cursor.at("*") ? parseStarred(cursor) : rule(cursor);
}

/** Elements between brackets. */
export interface Elements {
  readonly elements: readonly Expression[];
  /** Whether a comma follows the last, or there is none: what makes a tuple of one element, or of none. */
  readonly isComplete: boolean;
}

/** Reads elements up to a closing bracket, which is not read. */
export function parseElements(cursor: Cursor, closing: string): Elements {
  const elements: Expression[] = [];
  while (!cursor.at(closing)) {
    elements.push(parseMaybeStarred(cursor, cursor.grammar.namedExpression));
    if (!cursor.accept(",")) return { elements, isComplete: false };
  }
  return { elements, isComplete: true };
}

/**
 * Reads expressions with commas between them, outside brackets: one is itself, several are a tuple.
 *
 * @throws PythonSyntaxError when the only one is starred.
 */
export function parseExpressionList(cursor: Cursor): Expression {
  const value = parseTuple(cursor, cursor.grammar.expression);
  const isTarget = cursor.at("=") || cursor.at(":");
  if (value.kind === "Starred" && !isTarget) throw cursor.error("can't use starred expression here", value);
  return value;
}

/** Reads what stands between `for` and `in`, or after `del`. */
export function parseTargetList(cursor: Cursor): Expression {
  return parseTuple(cursor, cursor.grammar.bitwiseOr);
}

/** Reads the subject of a `match`. */
export function parseSubject(cursor: Cursor): Expression {
  return parseTuple(cursor, cursor.grammar.namedExpression);
}

function parseTuple(cursor: Cursor, rule: Rule): Expression {
  const start = cursor.token;
  const first = parseMaybeStarred(cursor, rule);
  if (!cursor.at(",")) return first;
  const elements = [first];
  while (cursor.accept(",") && startsExpression(cursor.token)) elements.push(parseMaybeStarred(cursor, rule));
  return { kind: "Collection", type: "tuple", elements, ...cursor.spanFrom(start) };
}
