import type { Context } from "../context.js";
import { resolve } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";

/** What a default asks truss for: another chainlet, the context, nothing, or what only running it can tell. */
export type ProvisionMarker =
  | { readonly kind: "chainlet"; readonly call: Call }
  | { readonly kind: "context" }
  | { readonly kind: "none" }
  | { readonly kind: "unknown" };

/** Reads a default: `chains.depends(Other)`, `chains.depends_context()`, or a name that stands for one of these. */
export function markerOf(value: Expression | undefined, context: Context): ProvisionMarker {
  switch (value?.kind) {
    case undefined:
      return { kind: "none" };
    case "Call":
      return markerOfCall(value, context);
    case "Name":
    case "Attribute": {
      const meaning = resolve(value, context.scope);
      if (meaning?.kind === "assignment" && meaning.value.kind === "Call") {
        return markerOfCall(meaning.value, { ...context, scope: meaning.enclosing });
      }
      // Such as `chains.depends` without its brackets.
      const isPlain = meaning?.kind === "external" || meaning?.kind === "class" || meaning?.kind === "function";
      return { kind: isPlain ? "none" : "unknown" };
    }
    case "Conditional":
    case "BooleanOperation":
    case "Subscript":
      return { kind: "unknown" };
    default:
      return { kind: "none" };
  }
}

function markerOfCall(call: Call, context: Context): ProvisionMarker {
  const maker = resolve(call.func, context.scope);
  if (maker?.kind === "class") return { kind: "none" };
  if (maker?.kind !== "external") return { kind: "unknown" };
  switch (maker.name) {
    case "truss_chains.depends":
      return { kind: "chainlet", call };
    case "truss_chains.depends_context":
      return { kind: "context" };
    default:
      return { kind: "unknown" };
  }
}
