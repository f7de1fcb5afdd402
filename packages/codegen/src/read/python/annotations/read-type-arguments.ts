import type { Context, TypeArgument } from "../context.js";
import type { Expression } from "../syntax/nodes.js";
import { displayName } from "./display-name.js";

/** Reads the arguments of a generic class, with the names that pydantic gives them. */
export function readTypeArguments(expressions: readonly Expression[], context: Context): readonly TypeArgument[] {
  return expressions.map((expression) => {
    const type = context.reader.readType(expression, context);
    return { type, name: displayName(expression, context) };
  });
}
