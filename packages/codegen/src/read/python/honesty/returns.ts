import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";

/** Whether what a function of the user's returns is said: it is annotated, or is a class. */
export function isReturnKnown(expression: Expression | undefined, context: Context): boolean {
  const meaning = expression === undefined ? undefined : resolve(expression, context.scope);
  switch (meaning?.kind) {
    case "class":
    case "external":
      return true;
    case "function":
      return meaning.definition.returns !== undefined;
    default:
      return false;
  }
}
