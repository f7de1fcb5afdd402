import type { Expression } from "../syntax/nodes.js";

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
