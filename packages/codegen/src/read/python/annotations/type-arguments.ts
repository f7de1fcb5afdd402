import type { Context, TypeArgument } from "../context.js";
import type { Expression } from "../syntax/nodes.js";
import { displayName } from "./display-name.js";

/** The expressions in the brackets of a subscript. */
export function subscriptArguments(slice: Expression): readonly Expression[] {
  const isSeveral = slice.kind === "Collection" && slice.type === "tuple" && slice.elements.length > 0;
  return isSeveral ? slice.elements : [slice];
}

/** The members of `A | B | C`; a long one is deep to the left. */
export function unionParts(expression: Expression): readonly Expression[] {
  const parts: Expression[] = [];
  let rest = expression;
  while (rest.kind === "BinaryOperation" && rest.operator === "|") {
    parts.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts];
}

/** Reads the arguments of a generic class, with the names that pydantic gives them. */
export function readTypeArguments(expressions: readonly Expression[], context: Context): readonly TypeArgument[] {
  return expressions.map((expression) => {
    const type = context.rooms.readType(expression, context);
    return { type, name: displayName(expression, context) };
  });
}
