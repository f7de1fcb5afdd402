import { expectClosing } from "./closing.js";
import type { Cursor } from "./cursor.js";
import { parseStarred } from "./lists.js";
import type { Expression } from "./nodes.js";

/** Reads `[...]` after a value. Several indices, or a starred one, are a tuple. */
export function parseSubscript(cursor: Cursor): Expression {
  cursor.expect("[");
  const start = cursor.token;
  const first = parseIndex(cursor);
  const elements = [first];
  let isTuple = first.kind === "Starred";
  while (cursor.accept(",")) {
    isTuple = true;
    if (cursor.at("]")) break;
    elements.push(parseIndex(cursor));
  }
  const span = cursor.spanFrom(start);
  expectClosing(cursor, "]", elements.at(-1));
  return isTuple ? { kind: "Collection", type: "tuple", elements, ...span } : first;
}

function parseIndex(cursor: Cursor): Expression {
  if (cursor.at("*")) return parseStarred(cursor);
  const start = cursor.token;
  const lower = cursor.at(":") ? undefined : cursor.grammar.namedExpression(cursor);
  if (lower !== undefined && !cursor.at(":")) return lower;
  cursor.take();
  const upper = parseBound(cursor);
  const step = cursor.accept(":") ? parseBound(cursor) : undefined;
  return { kind: "Slice", lower, upper, step, ...cursor.spanFrom(start) };
}

function parseBound(cursor: Cursor): Expression | undefined {
  const isAbsent = cursor.at(":") || cursor.at(",") || cursor.at("]");
  return isAbsent ? undefined : cursor.grammar.expression(cursor);
}
