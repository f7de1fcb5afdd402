import type { Documentation } from "./documentation/documentation.js";
import { undocumented } from "./documentation/documentation.js";
import { codeSpan } from "./documentation/json-text.js";
import type { ExamplePlan, FunctionPlan, ImportPlan, ParameterPlan } from "./module-plan.js";
import type { ChainNames } from "./names/chain-names.js";

/** What the functions of a chain depend on. */
export interface FunctionParts {
  readonly names: ChainNames;
  /** What the functions are about, from the chain's docstring. */
  readonly description: string | undefined;
  readonly chainName: string;
  /** Whether an empty object is an input. */
  readonly acceptsEmptyInput: boolean;
  readonly isNullResult: boolean;
  /** Whether the module knows where the chain is. */
  readonly isAddressed: boolean;
  readonly example: ExamplePlan | undefined;
}

const queueNote =
  "Only the entrypoint is queued: the chainlets that it calls are called as always. The result goes to the webhook that " +
  "the options name.";

/** Plans the functions that call a chain: at once, and queued. */
export function planFunctions(parts: FunctionParts): readonly FunctionPlan[] {
  return [invokeFunction(parts), invokeAsyncFunction(parts)];
}

/** What the functions need from the runtime: values first, each by name. */
export function planImports(functions: readonly FunctionPlan[]): readonly ImportPlan[] {
  const values = functions.map(({ calls }) => calls);
  const options = functions.flatMap(({ parameters }) => parameters.slice(1).map(({ type }) => type));
  const types = new Set(["AsyncRequest", "ChainDescriptor", ...options]);
  return [
    ...values.toSorted().map((name) => ({ name, isType: false })),
    ...[...types].toSorted().map((name) => ({ name, isType: true })),
  ];
}

function invokeFunction(parts: FunctionParts): FunctionPlan {
  const options: ParameterPlan = parts.isAddressed
    ? { name: "options", type: "CallOptions", presence: "optional" }
    : { name: "options", type: "AddressedCallOptions", presence: "required" };
  const presence = parts.acceptsEmptyInput && parts.isAddressed ? "empty-by-default" : "required";
  return {
    name: parts.names.invoke,
    parameters: [{ name: "input", type: parts.names.input, presence }, options],
    result: parts.isNullResult ? "null" : parts.names.output,
    calls: "invoke",
    documentation: invokeDocumentation(parts),
    ...(parts.example && { example: parts.example }),
  };
}

function invokeDocumentation(parts: FunctionParts): Documentation {
  const description = parts.description?.trim();
  return { ...undocumented, description: description || `Calls the chain ${codeSpan(parts.chainName)}.` };
}

function invokeAsyncFunction({ names, isAddressed }: FunctionParts): FunctionPlan {
  const optionsType = isAddressed ? "AsyncCallOptions" : "AddressedAsyncCallOptions";
  return {
    name: names.invokeAsync,
    parameters: [
      { name: "input", type: names.input, presence: "required" },
      { name: "options", type: optionsType, presence: "required" },
    ],
    result: "AsyncRequest",
    calls: "invokeAsync",
    documentation: {
      ...undocumented,
      lead: `Queues {@link ${names.invoke}} (\`async_run_remote\`) and does not wait for it.`,
      notes: [queueNote],
    },
  };
}
