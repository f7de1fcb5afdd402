import { checkTarget } from "./assignment-targets.js";
import { expectClosing } from "./closing.js";
import type { Cursor } from "./cursor.js";
import { parseTargetList } from "./lists.js";
import type { Expression } from "./nodes.js";

/** Whether a comprehension's clause comes next. */
export function atComprehension(cursor: Cursor): boolean {
  return cursor.at("for") || (cursor.at("async") && cursor.ahead(1).text === "for");
}

/**
 * Reads the clauses of a comprehension (`for x in y if z`) up to its closing bracket. Nothing of them is kept.
 *
 * @param elements - what was read before the first clause.
 * @throws PythonSyntaxError when that is not one plain expression.
 */
export function parseComprehension(cursor: Cursor, elements: readonly Expression[], closing: string): void {
  const [first, second] = elements;
  if (first?.kind === "Starred") throw cursor.error("iterable unpacking cannot be used in comprehension", first);
  if (first !== undefined && second !== undefined) {
    throw cursor.error("did you forget parentheses around the comprehension target?", first);
  }
  if (first === undefined) throw cursor.error("invalid syntax");
  parseComprehensionClauses(cursor);
  expectClosing(cursor, closing, undefined);
}

/** Reads the clauses of a comprehension, one or more. Nothing of them is kept. */
export function parseComprehensionClauses(cursor: Cursor): void {
  while (atComprehension(cursor)) {
    cursor.accept("async");
    cursor.expect("for");
    checkTarget(cursor, parseTargetList(cursor));
    cursor.expect("in");
    cursor.grammar.disjunction(cursor);
    while (cursor.accept("if")) cursor.grammar.disjunction(cursor);
  }
}
