import type { Context } from "../context.js";
import type { Expression } from "../syntax/nodes.js";
import type { PythonType } from "../types/python-type.js";

/** A known name as it stands in an annotation: `Optional[int]`, `list`, `conint(gt=0)`. */
export interface TypeExpression {
  /** The whole expression. */
  readonly node: Expression;
  /** What is in its brackets; `undefined` where it has none. */
  readonly arguments: readonly Expression[] | undefined;
  readonly context: Context;
}

/** Gives a known name its meaning. */
export type TypeBuilder = (type: TypeExpression) => PythonType;

/** Reads an argument of a type, or gives `missing` where there is none. */
export function readArgument(type: TypeExpression, index: number, missing: PythonType): PythonType {
  const argument = type.arguments?.[index];
  return argument === undefined ? missing : type.context.reader.readType(argument, type.context);
}

/** Reads all arguments of a type. */
export function readArguments(type: TypeExpression): readonly PythonType[] {
  return (type.arguments ?? []).map((argument) => type.context.reader.readType(argument, type.context));
}

/** A dotted name as it is written; a short stand-in for any other expression. */
export function printName(expression: Expression): string {
  if (expression.kind === "Name") return expression.id;
  if (expression.kind === "Attribute") return `${printName(expression.value)}.${expression.attr}`;
  return expression.kind === "Subscript" ? `${printName(expression.value)}[…]` : "…";
}
