import { checkTarget, describeExpression, findInvalidTarget } from "./assignment-targets.js";
import type { Cursor } from "./cursor.js";
import { parseExpressionList } from "./lists.js";
import type { AnnAssign, Assign, AugAssign, Expression, ExpressionStatement, Span } from "./nodes.js";
import { startsExpression } from "./token.js";
import { parseYield } from "./yields.js";

const augmentedOperators: ReadonlySet<string> = new Set([
  ...["+=", "-=", "*=", "/=", "//=", "%=", "@="],
  ...["&=", "|=", "^=", ">>=", "<<=", "**="],
]);

/** Reads a statement that starts with an expression: an assignment of any kind, or the expression alone. */
export function parseExpressionStatement(cursor: Cursor): AnnAssign | Assign | AugAssign | ExpressionStatement {
  const start = cursor.token;
  const value = parseValue(cursor);
  if (cursor.at(":")) return parseAnnotated(cursor, start, value);
  if (cursor.at("=")) return parseAssign(cursor, start, value);
  if (augmentedOperators.has(cursor.token.text)) return parseAugmented(cursor, start, value);
  refusePrintStatement(cursor, value);
  return { kind: "ExpressionStatement", value, ...cursor.spanFrom(start) };
}

function parseValue(cursor: Cursor): Expression {
  return cursor.at("yield") ? parseYield(cursor) : parseExpressionList(cursor);
}

function parseAnnotated(cursor: Cursor, start: Span, target: Expression): AnnAssign {
  refuseAnnotatedTarget(cursor, target);
  cursor.expect(":");
  const annotation = cursor.grammar.expression(cursor);
  const value = cursor.accept("=") ? parseValue(cursor) : undefined;
  return { kind: "AnnAssign", target, annotation, value, ...cursor.spanFrom(start) };
}

function refuseAnnotatedTarget(cursor: Cursor, target: Expression): void {
  if (target.kind === "Name" || target.kind === "Attribute" || target.kind === "Subscript") return;
  const isSeveral = target.kind === "Collection" && target.type !== "set";
  const message = isSeveral
    ? `only single target (not ${target.type}) can be annotated`
    : "illegal target for annotation";
  throw cursor.error(message, target);
}

function parseAssign(cursor: Cursor, start: Span, first: Expression): Assign {
  const targets: Expression[] = [];
  let value = first;
  while (cursor.accept("=")) {
    targets.push(value);
    value = parseValue(cursor);
  }
  for (const target of targets) checkAssignTarget(cursor, target, targets.length === 1);
  if (value.kind === "Starred") throw cursor.error("can't use starred expression here", value);
  return { kind: "Assign", targets, value, ...cursor.spanFrom(start) };
}

function checkAssignTarget(cursor: Cursor, target: Expression, isOnly: boolean): void {
  if (target.kind === "Starred") throw cursor.error("starred assignment target must be in a list or tuple", target);
  if (target.kind === "Yield") throw cursor.error("assignment to yield expression not possible", target);
  if (isOnly && findInvalidTarget(target) === target && mayBeComparison(target)) {
    const message = `cannot assign to ${describeExpression(target)} here. Maybe you meant '==' instead of '='?`;
    throw cursor.error(message, target);
  }
  checkTarget(cursor, target);
}

/** CPython asks whether `==` was meant where the target is an operand of `|`, or binds closer. */
function mayBeComparison(target: Expression): boolean {
  if (target.kind === "Constant") return target.value === "...";
  if (target.kind === "Comprehension") return target.type !== "generator";
  if (target.kind === "UnaryOperation") return target.operator !== "not";
  const bindsLess = ["Comparison", "BooleanOperation", "Conditional", "Lambda", "Collection"];
  return !bindsLess.includes(target.kind) || (target.kind === "Collection" && target.type === "set");
}

function parseAugmented(cursor: Cursor, start: Span, target: Expression): AugAssign {
  if (target.kind !== "Name" && target.kind !== "Attribute" && target.kind !== "Subscript") {
    const message = `'${describeExpression(target)}' is an illegal expression for augmented assignment`;
    throw cursor.error(message, target);
  }
  const operator = cursor.take().text;
  return { kind: "AugAssign", target, operator, value: parseValue(cursor), ...cursor.spanFrom(start) };
}

/** Python 2's `print` and `exec` are the two mistakes that CPython knows by name. */
function refusePrintStatement(cursor: Cursor, value: Expression): void {
  if (value.kind !== "Name" || (value.id !== "print" && value.id !== "exec")) return;
  if (!startsExpression(cursor.token)) return;
  throw cursor.error(`Missing parentheses in call to '${value.id}'. Did you mean ${value.id}(...)?`, value);
}
