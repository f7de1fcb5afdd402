import { describeExpression } from "./assignment-targets.js";
import type { Cursor, Grammar } from "./cursor.js";
import type { Expression } from "./nodes.js";
import { parseBitwiseOr, parseDisjunction } from "./operators.js";
import { parseParameters } from "./parameters.js";

/** The rules of expressions, for {@link Cursor.grammar}. */
export const expressionRules: Omit<Grammar, "statement"> = {
  expression: (cursor) => cursor.nested(parseExpression),
  namedExpression: parseNamedExpression,
  disjunction: parseDisjunction,
  bitwiseOr: parseBitwiseOr,
};

function parseNamedExpression(cursor: Cursor): Expression {
  const start = cursor.token;
  if (start.kind === "name" && cursor.ahead(1).text === ":=") {
    cursor.take();
    cursor.take();
    const value = cursor.grammar.expression(cursor);
    return { kind: "NamedExpression", target: start.text, value, ...cursor.spanFrom(start) };
  }
  const value = cursor.grammar.expression(cursor);
  if (value.kind === "Name" && cursor.at("=")) {
    throw cursor.error("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", value);
  }
  if (!cursor.at(":=")) return value;
  throw cursor.error(`cannot use assignment expressions with ${describeExpression(value)}`, value);
}

function parseExpression(cursor: Cursor): Expression {
  return cursor.at("lambda") ? parseLambda(cursor) : parseConditional(cursor);
}

function parseLambda(cursor: Cursor): Expression {
  const start = cursor.take();
  const params = parseParameters(cursor, ":");
  cursor.expect(":");
  const body = cursor.grammar.expression(cursor);
  return { kind: "Lambda", params, body, ...cursor.spanFrom(start) };
}

function parseConditional(cursor: Cursor): Expression {
  const start = cursor.token;
  const body = parseDisjunction(cursor);
  if (!cursor.accept("if")) return body;
  const test = parseDisjunction(cursor);
  if (!cursor.accept("else")) throw cursor.error("expected 'else' after 'if' expression", body);
  const orelse = cursor.grammar.expression(cursor);
  return { kind: "Conditional", test, body, orelse, ...cursor.spanFrom(start) };
}
