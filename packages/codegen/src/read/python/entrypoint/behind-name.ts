import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Expression } from "../syntax/nodes.js";

/** The type that a name of the module stands for, as in `Names = list[str]`: truss sees what it is and no name. */
export function behindName(annotation: Expression, context: Context): Expression {
  const meaning = resolve(annotation, context.scope);
  // What a call makes, `NewType("Id", int)`, is a type of its own.
  return meaning?.kind === "assignment" && meaning.value.kind !== "Call" ? meaning.value : annotation;
}
