import type { Cursor } from "./cursor.js";
import type { Span } from "./nodes.js";
import { startsExpression } from "./token.js";

/**
 * Reads the bracket that closes a list.
 *
 * @param last - the last element of the list, which a forgotten comma is reported at.
 * @throws PythonSyntaxError when something else comes next.
 */
export function expectClosing(cursor: Cursor, bracket: string, last: Span | undefined): void {
  if (cursor.accept(bracket)) return;
  const isForgotten = last !== undefined && startsExpression(cursor.token);
  throw isForgotten
    ? cursor.error("invalid syntax. Perhaps you forgot a comma?", last)
    : cursor.error("invalid syntax");
}
