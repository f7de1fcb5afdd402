import { parseAtom } from "./atoms.js";
import { parseArguments } from "./calls.js";
import type { Cursor } from "./cursor.js";
import type { Expression, Span } from "./nodes.js";
import { parseSubscript } from "./subscripts.js";

/** Reads an atom with the attributes, calls and subscripts that follow it. */
export function parsePrimary(cursor: Cursor): Expression {
  const start = cursor.token;
  let value = parseAtom(cursor);
  for (let length = 1; ; length += 1) {
    const longer = parseTrailer(cursor, start, value);
    if (longer === undefined) return value;
    cursor.limitChain(length);
    value = longer;
  }
}

function parseTrailer(cursor: Cursor, start: Span, value: Expression): Expression | undefined {
  if (cursor.accept(".")) {
    const attr = cursor.expectName().text;
    return { kind: "Attribute", value, attr, ...cursor.spanFrom(start) };
  }
  if (cursor.at("(")) {
    const list = parseArguments(cursor);
    return { kind: "Call", func: value, ...list, ...cursor.spanFrom(start) };
  }
  if (cursor.at("[")) {
    const slice = parseSubscript(cursor);
    return { kind: "Subscript", value, slice, ...cursor.spanFrom(start) };
  }
  return undefined;
}
