import type { Cursor } from "./cursor.js";
import type { Expression } from "./nodes.js";

const descriptions: Readonly<Record<Exclude<Expression["kind"], "Constant" | "Collection" | "Comprehension">, string>> =
  {
    Name: "name",
    Number: "literal",
    String: "literal",
    Bytes: "literal",
    FormattedString: "f-string expression",
    Attribute: "attribute",
    Subscript: "subscript",
    Slice: "slice",
    Call: "function call",
    UnaryOperation: "expression",
    BinaryOperation: "expression",
    BooleanOperation: "expression",
    Comparison: "comparison",
    Conditional: "conditional expression",
    Dict: "dict literal",
    Starred: "starred",
    NamedExpression: "named expression",
    Lambda: "lambda",
    Await: "await expression",
    Yield: "yield expression",
  };

/** What CPython calls an expression in its messages. */
export function describeExpression(expression: Expression): string {
  if (expression.kind === "Constant") return expression.value === "..." ? "ellipsis" : expression.value;
  if (expression.kind === "Collection") return expression.type === "set" ? "set display" : expression.type;
  if (expression.kind !== "Comprehension") return descriptions[expression.kind];
  return expression.type === "generator" ? "generator expression" : `${expression.type} comprehension`;
}

/**
 * The part of an expression that keeps it from being assigned to, if any: the expression itself, or an element of a
 * tuple or list.
 */
export function findInvalidTarget(expression: Expression): Expression | undefined {
  if (expression.kind === "Name" || expression.kind === "Attribute" || expression.kind === "Subscript") {
    return undefined;
  }
  if (expression.kind === "Starred") return findInvalidTarget(expression.value);
  if (expression.kind !== "Collection" || expression.type === "set") return expression;
  for (const element of expression.elements) {
    const invalid = findInvalidTarget(element);
    if (invalid !== undefined) return invalid;
  }
  return undefined;
}

/**
 * Refuses what cannot be assigned to, or deleted.
 *
 * @throws PythonSyntaxError in CPython's words.
 */
export function checkTarget(cursor: Cursor, target: Expression, verb: "assign to" | "delete" = "assign to"): void {
  const invalid = verb === "delete" && target.kind === "Starred" ? target : findInvalidTarget(target);
  if (invalid !== undefined) throw cursor.error(`cannot ${verb} ${describeExpression(invalid)}`, invalid);
}
