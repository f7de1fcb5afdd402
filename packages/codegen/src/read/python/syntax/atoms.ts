import { expectClosing } from "./closing.js";
import { atComprehension, parseComprehension } from "./comprehensions.js";
import type { Cursor } from "./cursor.js";
import { parseBraces } from "./displays.js";
import { parseElements } from "./lists.js";
import { parseNumber, parseStrings } from "./literals.js";
import type { Expression, Name, NamedConstant } from "./nodes.js";
import { isString } from "./token.js";
import { parseYield } from "./yields.js";

/** Reads a name, a literal, or something in brackets. */
export function parseAtom(cursor: Cursor): Expression {
  const { token } = cursor;
  if (token.kind === "name") return parseName(cursor);
  if (token.kind === "number") return parseNumber(cursor);
  if (isString(token)) return parseStrings(cursor);
  if (token.text === "(") return parseParentheses(cursor);
  if (token.text === "[") return parseListDisplay(cursor);
  if (token.text === "{") return parseBraces(cursor);
  return parseConstant(cursor);
}

function parseName(cursor: Cursor): Name {
  const token = cursor.expectName();
  return { kind: "Name", id: token.text, ...cursor.spanFrom(token) };
}

function parseConstant(cursor: Cursor): NamedConstant {
  const value = constantValue(cursor.token.text);
  if (value === undefined) throw cursor.error("invalid syntax");
  const start = cursor.take();
  return { kind: "Constant", value, ...cursor.spanFrom(start) };
}

function constantValue(text: string): NamedConstant["value"] | undefined {
  return text === "None" || text === "True" || text === "False" || text === "..." ? text : undefined;
}

/** A tuple, a generator, or any other expression, which the parentheses are no part of. */
function parseParentheses(cursor: Cursor): Expression {
  const start = cursor.expect("(");
  if (cursor.at("yield")) return closeGroup(cursor, parseYield(cursor));
  const { elements, isComplete } = parseElements(cursor, ")");
  const [only] = elements;
  if (atComprehension(cursor)) {
    parseComprehension(cursor, elements, ")");
    return { kind: "Comprehension", type: "generator", ...cursor.spanFrom(start) };
  }
  if (only !== undefined && elements.length === 1 && !isComplete) return closeGroup(cursor, only);
  expectClosing(cursor, ")", elements.at(-1));
  return { kind: "Collection", type: "tuple", elements, ...cursor.spanFrom(start) };
}

function closeGroup(cursor: Cursor, value: Expression): Expression {
  expectClosing(cursor, ")", value);
  if (value.kind === "Starred") throw cursor.error("cannot use starred expression here", value);
  return value;
}

function parseListDisplay(cursor: Cursor): Expression {
  const start = cursor.expect("[");
  const { elements } = parseElements(cursor, "]");
  if (atComprehension(cursor)) {
    parseComprehension(cursor, elements, "]");
    return { kind: "Comprehension", type: "list", ...cursor.spanFrom(start) };
  }
  expectClosing(cursor, "]", elements.at(-1));
  return { kind: "Collection", type: "list", elements, ...cursor.spanFrom(start) };
}
