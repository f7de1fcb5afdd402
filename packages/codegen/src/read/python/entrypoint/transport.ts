import type { Transport } from "../../../signature.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Expression, Parameter } from "../syntax/nodes.js";
import { iteratedItem } from "./iterators.js";

/** How a chain answers, going by the annotations of `run_remote`. */
export function transportOf(
  parameters: readonly Parameter[],
  returns: Expression | undefined,
  context: Context,
): Transport {
  if (parameters.some((parameter) => isWebSocket(parameter, context))) return "websocket";
  const items = returns === undefined ? undefined : iteratedItem(returns, context);
  if (items === undefined) return "json";
  return items === "builtins.str" ? "text-stream" : "byte-stream";
}

function isWebSocket({ annotation }: Parameter, context: Context): boolean {
  return annotation !== undefined && externalName(annotation, context.scope) === "truss_chains.WebSocketProtocol";
}
