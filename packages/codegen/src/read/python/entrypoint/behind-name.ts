import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";

/** An annotation, and where its names mean something. */
export interface Annotation {
  readonly expression: Expression;
  readonly context: Context;
}

/** The type that a name of the program stands for, as in `Names = list[str]`: truss sees what it is and no name. */
export function behindName(expression: Expression, context: Context): Annotation {
  const meaning = resolve(expression, context.scope);
  // What a call makes, `NewType("Id", int)`, is a type of its own.
  if (meaning?.kind !== "assignment" || meaning.value.kind === "Call") return { expression, context };
  return { expression: meaning.value, context: { ...context, scope: meaning.enclosing } };
}
