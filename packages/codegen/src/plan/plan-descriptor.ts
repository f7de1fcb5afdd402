import type { ChainSignature, JsonValue } from "../signature.js";
import { undocumented } from "./documentation/documentation.js";
import type { DescriptorPlan } from "./module-plan.js";
import type { ChainNames } from "./names/chain-names.js";
import { frameTypes, type TransportPlan } from "./transport-plan.js";

/** What a descriptor says of where the chain lives. */
export interface Address {
  readonly chainId?: string | undefined;
  readonly url?: string | undefined;
}

/** Plans the constant that says which chain is called, how it answers and where it lives. */
export function planDescriptor(
  signature: ChainSignature,
  names: ChainNames,
  transport: TransportPlan,
  { chainId, url }: Address,
): DescriptorPlan {
  const lead =
    (chainId ?? url) === undefined
      ? "The chain. Its address is not baked in: the options of every call say where it lives."
      : "Where the chain lives. Options of a call override it.";
  const address = { ...(chainId !== undefined && { chainId }), ...(url !== undefined && { url }) };
  return {
    name: names.descriptor,
    type: `${transport.descriptor}<${typeArguments(signature, names).join(", ")}>`,
    chain: { name: signature.name, transport: signature.transport, ...framesOf(signature), ...address },
    documentation: { ...undocumented, lead },
  };
}

function typeArguments({ transport }: ChainSignature, { input, answers }: ChainNames): readonly string[] {
  if (transport === "framed-stream") return [input, ...frameTypes(answers)];
  return transport === "json" ? [input, ...answers.values()] : [input, JSON.stringify(transport)];
}

/** Which frames stand around the items: the one thing about types that the runtime has to know. */
function framesOf({ transport, frames }: ChainSignature): Record<string, JsonValue> {
  if (transport !== "framed-stream") return {};
  return { frames: { header: frames?.header !== undefined, footer: frames?.footer !== undefined } };
}
