import type { ChainId } from "../chain-id.js";
import type { ChainSignature, JsonValue } from "../signature.js";
import { rawBytes } from "./binary/raw-bytes.js";
import { undocumented } from "./documentation/documentation.js";
import { type ChainIdPlan, type DescriptorPlan, type ImportsPlan, namedType } from "./module-plan.js";
import type { ChainNames } from "./names/chain-names.js";
import { descriptorType } from "./plan-functions.js";
import { splitUrl } from "./split-url.js";
import { frameTypes, type TransportPlan } from "./transport-plan.js";

/** What a descriptor says of where the chain lives. */
export interface Address {
  readonly chainId?: ChainId | undefined;
  readonly url?: string | undefined;
}

/** Plans the constant that says which chain is called, how it answers and where it lives. */
export function planDescriptor(
  signature: ChainSignature,
  names: ChainNames,
  transport: TransportPlan,
  address: Address,
): DescriptorPlan {
  const lead = addressLead((address.chainId ?? address.url) !== undefined);
  return {
    name: names.descriptor,
    type: namedType(descriptorType({ transport, names }), ...typeArguments(signature, names)),
    chain: {
      name: signature.name,
      transport: signature.transport,
      ...framesOf(signature),
      ...binaryAnswerOf(signature, names),
      ...addressOf(address),
    },
    ...chainIdOf(address),
    documentation: { ...undocumented, lead },
  };
}

/** What a descriptor says of where the chain lives, if that is known. */
export function addressOf({ chainId, url }: Address): Record<string, JsonValue> {
  return { ...(typeof chainId === "string" && { chainId }), ...(url !== undefined && splitUrl(url)) };
}

/** What finds the chain's id, where it is known only when a call is made. */
export function chainIdOf({ chainId }: Address): { readonly chainId?: ChainIdPlan } {
  if (chainId === undefined || typeof chainId === "string") return {};
  const plan: ChainIdPlan =
    "env" in chainId
      ? { calls: "chainIdFromVariable", argument: chainId.env }
      : { calls: "chainIdByEnvironment", argument: chainId.environments };
  return { chainId: plan };
}

/** What a descriptor needs from the runtime to find the chain's id. */
export function addressImports(address: Address): readonly ImportsPlan[] {
  const { chainId } = chainIdOf(address);
  return chainId === undefined ? [] : [{ from: "@typed-chains/runtime", values: [chainId.calls], types: [] }];
}

/** What is said about a descriptor that knows where the chain lives, or does not. */
export function addressLead(isAddressed: boolean): string {
  return isAddressed
    ? "Where the chain lives. Options of a call override it."
    : "The chain. Its address is not built in: the options of every call say where it lives.";
}

function typeArguments({ transport }: ChainSignature, { input, answers, binary }: ChainNames): readonly string[] {
  if (transport === "framed-stream") return [input, ...frameTypes(answers)];
  if (transport !== "json") return [input, JSON.stringify(transport)];
  return [input, ...answers.values(), ...(binary === undefined ? [] : [binary.input, binary.output])];
}

/** A result that is bytes alone is no message in binary form. */
function binaryAnswerOf({ output = true }: ChainSignature, { binary }: ChainNames): Record<string, JsonValue> {
  return binary !== undefined && rawBytes(output) === "always" ? { binaryAnswer: "bytes" } : {};
}

/** Which frames stand around the items: the one thing about types that the runtime has to know. */
function framesOf({ transport, frames }: ChainSignature): Record<string, JsonValue> {
  if (transport !== "framed-stream") return {};
  return { frames: { header: frames?.header !== undefined, footer: frames?.footer !== undefined } };
}
