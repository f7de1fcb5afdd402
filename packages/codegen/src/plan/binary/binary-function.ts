import { undocumented } from "../documentation/documentation.js";
import type { Declaration, ExamplePlan, FunctionPlan, ImportsPlan, NamedType, ParameterPlan } from "../module-plan.js";
import type { BinaryNames } from "../names/chain-names.js";
import { partsOf, typesOfDeclaration } from "../transform.js";
import { isKeyword, type TypeNode } from "../type-node.js";

/** What the runtime has for chains with a binary call. */
export const binaryDescriptor = "BinaryChainDescriptor";
const binaryModule = "@typed-chains/runtime/binary";

/** What the function of a binary call depends on. */
export interface BinaryFunctionParts {
  readonly names: BinaryNames;
  /** The name of the JSON call. */
  readonly invoke: string;
  /** The parameter of the JSON call that says where the chain is and how to call it. */
  readonly options: ParameterPlan;
  readonly acceptsEmptyInput: boolean;
  readonly result: NamedType;
  readonly example: ExamplePlan | undefined;
}

/** Plans the function that calls a chain in binary form. */
export function binaryFunction(parts: BinaryFunctionParts): FunctionPlan {
  const { names, invoke, options, example } = parts;
  const presence = parts.acceptsEmptyInput && options.presence === "optional" ? "empty-by-default" : "required";
  const lead =
    `Calls {@link ${invoke}} in binary form (msgpack): bytes are \`Uint8Array\`, numpy's arrays are \`NdArray\`, and NaN and ` +
    "infinity are themselves.";
  return {
    name: names.invoke,
    parameters: [{ name: "input", type: names.input, presence }, options],
    result: parts.result,
    calls: "invokeBinary",
    documentation: { ...undocumented, lead },
    ...(example && { example }),
  };
}

/** What a module imports for its binary call. */
export function binaryImports(declarations: readonly Declaration[]): ImportsPlan {
  const arrays = declarations.flatMap(typesOfDeclaration).some(holdsArray) ? ["NdArray"] : [];
  return { from: binaryModule, values: ["invokeBinary"], types: [binaryDescriptor, ...arrays] };
}

function holdsArray(type: TypeNode): boolean {
  return isKeyword(type, "NdArray") || partsOf(type).some(holdsArray);
}
