import type { Cursor } from "./cursor.js";
import type { BinaryOperation, BooleanOperation, Expression, UnaryOperation } from "./nodes.js";
import { parsePrimary } from "./primaries.js";

interface BinaryOperator {
  readonly operator: BinaryOperation["operator"];
  /** The greater, the closer it binds. */
  readonly precedence: number;
}

const binaryOperators: ReadonlyMap<string, BinaryOperator> = new Map(
  (
    [
      ["|", 1],
      ["^", 2],
      ["&", 3],
      ["<<", 4],
      [">>", 4],
      ["+", 5],
      ["-", 5],
      ["*", 6],
      ["/", 6],
      ["//", 6],
      ["%", 6],
      ["@", 6],
    ] as const
  ).map(([operator, precedence]) => [operator, { operator, precedence }]),
);

const comparisonOperators: ReadonlySet<string> = new Set(["<", ">", "==", ">=", "<=", "!="]);

/** Reads operands joined by `or`, or what binds closer. */
export function parseDisjunction(cursor: Cursor): Expression {
  return parseBooleanOperation(cursor, "or", (operands) => parseBooleanOperation(operands, "and", parseInversion));
}

/** Reads operands joined by `|`, or what binds closer. */
export function parseBitwiseOr(cursor: Cursor): Expression {
  return parseBinaryOperation(cursor, 1);
}

function parseBooleanOperation(
  cursor: Cursor,
  operator: BooleanOperation["operator"],
  parseOperand: (cursor: Cursor) => Expression,
): Expression {
  const start = cursor.token;
  const first = parseOperand(cursor);
  if (!cursor.at(operator)) return first;
  const values = [first];
  while (cursor.accept(operator)) values.push(parseOperand(cursor));
  return { kind: "BooleanOperation", operator, values, ...cursor.spanFrom(start) };
}

function parseInversion(cursor: Cursor): Expression {
  const start = cursor.token;
  if (!cursor.accept("not")) return parseComparison(cursor);
  const operand = cursor.nested(parseInversion);
  return { kind: "UnaryOperation", operator: "not", operand, ...cursor.spanFrom(start) };
}

function parseComparison(cursor: Cursor): Expression {
  const start = cursor.token;
  const left = parseBitwiseOr(cursor);
  const operators: string[] = [];
  const comparators: Expression[] = [];
  for (let operator = takeComparison(cursor); operator !== undefined; operator = takeComparison(cursor)) {
    operators.push(operator);
    comparators.push(parseBitwiseOr(cursor));
  }
  return operators.length === 0
    ? left
    : { kind: "Comparison", left, operators, comparators, ...cursor.spanFrom(start) };
}

function takeComparison(cursor: Cursor): string | undefined {
  if (comparisonOperators.has(cursor.token.text)) return cursor.take().text;
  if (cursor.accept("in")) return "in";
  if (cursor.accept("is")) return cursor.accept("not") ? "is not" : "is";
  if (!cursor.at("not") || cursor.ahead(1).text !== "in") return undefined;
  cursor.take();
  cursor.take();
  return "not in";
}

function parseBinaryOperation(cursor: Cursor, minimum: number): Expression {
  const start = cursor.token;
  let left = parseUnaryOperation(cursor);
  for (let length = 1; ; length += 1) {
    const found = binaryOperators.get(cursor.token.text);
    if (found === undefined || found.precedence < minimum) return left;
    cursor.limitChain(length);
    cursor.take();
    const right = parseBinaryOperation(cursor, found.precedence + 1);
    left = { kind: "BinaryOperation", operator: found.operator, left, right, ...cursor.spanFrom(start) };
  }
}

function parseUnaryOperation(cursor: Cursor): Expression {
  const start = cursor.token;
  const operator = unaryOperator(start.text);
  if (operator === undefined) return parsePower(cursor);
  cursor.take();
  const operand = cursor.nested(parseUnaryOperation);
  return { kind: "UnaryOperation", operator, operand, ...cursor.spanFrom(start) };
}

function unaryOperator(text: string): UnaryOperation["operator"] | undefined {
  return text === "-" || text === "+" || text === "~" ? text : undefined;
}

/** `**` binds closer than a sign on its left, and less close than one on its right. */
function parsePower(cursor: Cursor): Expression {
  const start = cursor.token;
  const left = parseAwait(cursor);
  if (!cursor.accept("**")) return left;
  const right = cursor.nested(parseUnaryOperation);
  return { kind: "BinaryOperation", operator: "**", left, right, ...cursor.spanFrom(start) };
}

function parseAwait(cursor: Cursor): Expression {
  const start = cursor.token;
  if (!cursor.accept("await")) return parsePrimary(cursor);
  const value = parsePrimary(cursor);
  return { kind: "Await", value, ...cursor.spanFrom(start) };
}
