import { expectClosing } from "./closing.js";
import { atComprehension, parseComprehension, parseComprehensionClauses } from "./comprehensions.js";
import type { Cursor } from "./cursor.js";
import { parseElements, parseMaybeStarred } from "./lists.js";
import type { Expression, Span } from "./nodes.js";

interface Entry {
  /** `undefined` for `**value`. */
  readonly key: Expression | undefined;
  readonly value: Expression;
}

/** Reads a dict, a set, or a comprehension of one. A first element before a colon is a key. */
export function parseBraces(cursor: Cursor): Expression {
  const start = cursor.expect("{");
  if (cursor.at("}") || cursor.at("**")) return parseDict(cursor, start, []);
  const first = parseMaybeStarred(cursor, cursor.grammar.namedExpression);
  return cursor.at(":") ? parseDictAfterKey(cursor, start, first) : parseSet(cursor, start, first);
}

function parseSet(cursor: Cursor, start: Span, first: Expression): Expression {
  const rest = cursor.accept(",") ? parseElements(cursor, "}").elements : [];
  const elements = [first, ...rest];
  if (atComprehension(cursor)) {
    parseComprehension(cursor, elements, "}");
    return { kind: "Comprehension", type: "set", ...cursor.spanFrom(start) };
  }
  expectClosing(cursor, "}", elements.at(-1));
  return { kind: "Collection", type: "set", elements, ...cursor.spanFrom(start) };
}

function parseDictAfterKey(cursor: Cursor, start: Span, key: Expression): Expression {
  if (key.kind === "Starred") throw cursor.error("cannot use a starred expression in a dictionary key", key);
  if (key.kind === "NamedExpression") throw cursor.error("invalid syntax");
  const first = parseEntryValue(cursor, key);
  if (!atComprehension(cursor)) return parseDict(cursor, start, [first], cursor.accept(","));
  parseComprehensionClauses(cursor);
  expectClosing(cursor, "}", undefined);
  return { kind: "Comprehension", type: "dict", ...cursor.spanFrom(start) };
}

function parseDict(cursor: Cursor, start: Span, first: readonly Entry[], mayGoOn = true): Expression {
  const entries = [...first];
  for (let goesOn = mayGoOn; goesOn && !cursor.at("}"); goesOn = cursor.accept(",")) entries.push(parseEntry(cursor));
  if (atComprehension(cursor)) throw cursor.error(describeComprehension(entries), entries.at(-1)?.value);
  expectClosing(cursor, "}", entries.at(-1)?.value);
  const keys = entries.map((entry) => entry.key);
  const values = entries.map((entry) => entry.value);
  return { kind: "Dict", keys, values, ...cursor.spanFrom(start) };
}

function describeComprehension(entries: readonly Entry[]): string {
  const isUnpacking = entries.at(-1)?.key === undefined;
  return isUnpacking ? "dict unpacking cannot be used in dict comprehension" : "invalid syntax";
}

function parseEntry(cursor: Cursor): Entry {
  if (cursor.accept("**")) return { key: undefined, value: cursor.grammar.bitwiseOr(cursor) };
  const key = cursor.grammar.expression(cursor);
  if (!cursor.at(":")) throw cursor.error("':' expected after dictionary key", key);
  return parseEntryValue(cursor, key);
}

function parseEntryValue(cursor: Cursor, key: Expression): Entry {
  cursor.expect(":");
  if (cursor.at("}") || cursor.at(",")) throw cursor.error("expression expected after dictionary key and ':'");
  if (cursor.at("*")) throw cursor.error("cannot use a starred expression in a dictionary value");
  return { key, value: cursor.grammar.expression(cursor) };
}
