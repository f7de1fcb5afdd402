import type { ChainSignature } from "../signature.js";
import { undocumented } from "./documentation/documentation.js";
import { planExample } from "./example.js";
import type { Declaration, DescriptorPlan, ModulePlan } from "./module-plan.js";
import { baseName, fileName } from "./names/chain-names.js";
import { type ChainTypes, planDeclarations } from "./plan-declarations.js";
import { planFunctions, planImports } from "./plan-functions.js";
import { isKeyword, type Member, type TypeNode } from "./type-node.js";

/** A chain, and what is known of it beside its signature. */
export interface ChainToPlan {
  readonly signature: ChainSignature;
  /** What the banner names: the source, relative, with "/". */
  readonly source: string;
  /** What messages name: the source as the user gave it. Left out, it is `source`. */
  readonly path?: string;
  /** The chain's id, where one is baked in. */
  readonly chainId?: string;
  /** The chain's URL, where one is baked in. */
  readonly url?: string;
}

/** What a message calls a chain's source. */
export function pathOf({ path, source }: ChainToPlan): string {
  return path ?? source;
}

/** Plans the module of one chain that answers with JSON. */
export function planChain(chain: ChainToPlan): ModulePlan {
  const { signature, source } = chain;
  const types = planDeclarations(signature, baseName(signature.name));
  const isAddressed = chain.chainId !== undefined || chain.url !== undefined;
  const declared = new Map(types.declarations.map((declaration) => [declaration.name, declaration]));
  const acceptsEmptyInput = acceptsEmpty(types.input, declared);
  const { input, output, names } = types;
  const functions = planFunctions({
    names,
    description: signature.description,
    chainName: signature.name,
    acceptsEmptyInput,
    isNullResult: isKeyword(output, "null"),
    isAddressed,
    example: planExample({ input, output, needsInput: !acceptsEmptyInput, needsAddress: !isAddressed }, declared),
  });
  return {
    fileName: fileName(signature.name),
    source,
    imports: planImports(functions),
    declarations: types.declarations,
    descriptor: planDescriptor(chain, types, isAddressed),
    functions,
    exports: { values: [names.descriptor, names.invoke, names.invokeAsync], types: [names.input, names.output] },
  };
}

function planDescriptor(
  { signature, chainId, url }: ChainToPlan,
  { names }: ChainTypes,
  isAddressed: boolean,
): DescriptorPlan {
  const lead = isAddressed
    ? "Where the chain lives. Options of a call override it."
    : "The chain. Its address is not baked in: the options of every call say where it lives.";
  const address = { ...(chainId !== undefined && { chainId }), ...(url !== undefined && { url }) };
  return {
    name: names.descriptor,
    inputType: names.input,
    outputType: names.output,
    chain: { name: signature.name, transport: signature.transport, ...address },
    documentation: { ...undocumented, lead },
  };
}

/** Whether `{}` is a value of the type. */
function acceptsEmpty(type: TypeNode, declarations: ReadonlyMap<string, Declaration>): boolean {
  if (type.kind === "object") return allOptional(type);
  if (type.kind !== "reference") return type.kind === "record" || type.kind === "empty-object";
  const declaration = declarations.get(type.name);
  if (declaration?.kind === "alias") return acceptsEmpty(declaration.type, declarations);
  return declaration !== undefined && allOptional(declaration);
}

function allOptional({ members }: { readonly members: readonly Member[] }): boolean {
  return members.every((member) => member.optional);
}
