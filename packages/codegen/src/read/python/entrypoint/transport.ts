import type { Transport } from "../../../signature.js";
import { subscriptArguments } from "../annotations/type-arguments.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Expression, Parameter } from "../syntax/nodes.js";
import { behindName } from "./behind-name.js";

/** The types whose items a chain streams. */
export const asyncIterators: ReadonlySet<string> = new Set(["typing.AsyncIterator", "collections.abc.AsyncIterator"]);

/** How a chain answers, going by the annotations of `run_remote`. */
export function transportOf(
  parameters: readonly Parameter[],
  returns: Expression | undefined,
  context: Context,
): Transport {
  if (parameters.some((parameter) => isWebSocket(parameter, context))) {
    return "websocket";
  }
  const result = returns === undefined ? undefined : behindName(returns, context);
  switch (streamedItem(result, context)) {
    case "builtins.str":
      return "text-stream";
    case "builtins.bytes":
      return "byte-stream";
    default:
      return "json";
  }
}

function isWebSocket({ annotation }: Parameter, context: Context): boolean {
  return annotation !== undefined && externalName(annotation, context.scope) === "truss_chains.WebSocketProtocol";
}

/** What is in the brackets of an `AsyncIterator`. */
function streamedItem(returns: Expression | undefined, context: Context): string | undefined {
  if (returns?.kind !== "Subscript" || !asyncIterators.has(externalName(returns.value, context.scope) ?? "")) {
    return undefined;
  }
  const [item] = subscriptArguments(returns.slice);
  return item === undefined ? undefined : externalName(item, context.scope);
}
