import { binaryDescriptor, binaryFunction, binaryImports } from "./binary/binary-function.js";
import type { Documentation } from "./documentation/documentation.js";
import { undocumented } from "./documentation/documentation.js";
import { codeSpan } from "./documentation/json-text.js";
import { splitReturns } from "./documentation/split-returns.js";
import type { Declaration, ExamplePlan, FunctionPlan, ImportsPlan, NamedType, ParameterPlan } from "./module-plan.js";
import { namedType } from "./module-plan.js";
import type { ChainNames } from "./names/chain-names.js";
import type { TransportPlan } from "./transport-plan.js";

/** What the functions of a chain depend on. */
export interface FunctionParts {
  readonly names: ChainNames;
  readonly transport: TransportPlan;
  /** What the functions are about, from the chain's docstring. */
  readonly description: string | undefined;
  readonly chainName: string;
  /** Whether an empty object is an input. */
  readonly acceptsEmptyInput: boolean;
  /** The type of what comes back. */
  readonly result: NamedType;
  /** Whether the module knows where the chain is. */
  readonly isAddressed: boolean;
  readonly example: ExamplePlan | undefined;
  /** What is different for the binary call, where there is one. */
  readonly binary?: Pick<FunctionParts, "acceptsEmptyInput" | "result" | "example"> | undefined;
}

const queueNote =
  "Only the entrypoint is queued: the chainlets that it calls are called as usual. The result goes to the webhook that " +
  "the options name, where `parseWebhook` of `@typed-chains/runtime/webhook` reads it.";

/** Plans the functions that call a chain: at once and, where it answers with JSON, queued and in binary form. */
export function planFunctions(parts: FunctionParts): readonly FunctionPlan[] {
  const { invokeAsync } = parts.names;
  return [
    invokeFunction(parts),
    ...(invokeAsync === undefined ? [] : [invokeAsyncFunction(parts, invokeAsync)]),
    ...binaryFunctions(parts),
  ];
}

function binaryFunctions(parts: FunctionParts): readonly FunctionPlan[] {
  const { names, binary } = parts;
  if (names.binary === undefined || binary === undefined) return [];
  return [binaryFunction({ ...binary, names: names.binary, invoke: names.invoke, options: optionsOf(parts) })];
}

/** What the functions, the descriptor and the types need from the runtime. */
export function planImports(
  functions: readonly FunctionPlan[],
  declarations: readonly Declaration[],
  { transport, names }: FunctionParts,
): readonly ImportsPlan[] {
  const options = functions.flatMap(({ parameters }) => parameters.slice(1).map(({ type }) => type));
  const request = names.invokeAsync === undefined ? [] : ["AsyncRequest"];
  const stream = transport.stream === undefined ? [] : [transport.stream];
  const binary = names.binary === undefined ? [] : [binaryImports(declarations)];
  const elsewhere = new Set(binary.flatMap(({ values }) => values));
  const descriptor = names.binary === undefined ? [transport.descriptor] : [];
  const own = {
    from: transport.from,
    values: functions
      .map(({ calls }) => calls)
      .filter((name) => !elsewhere.has(name))
      .toSorted(),
    types: [...new Set([...request, ...stream, ...descriptor, ...options])].toSorted(),
  };
  return [own, ...binary];
}

/** The type of the descriptor, without its arguments. */
export function descriptorType({ transport, names }: Pick<FunctionParts, "transport" | "names">): string {
  return names.binary === undefined ? transport.descriptor : binaryDescriptor;
}

function optionsOf({ isAddressed, transport }: FunctionParts): ParameterPlan {
  return isAddressed
    ? { name: "options", type: transport.options, presence: "optional" }
    : { name: "options", type: transport.addressedOptions, presence: "required" };
}

function invokeFunction(parts: FunctionParts): FunctionPlan {
  const { transport } = parts;
  const presence = parts.acceptsEmptyInput && parts.isAddressed ? "empty-by-default" : "required";
  return {
    name: parts.names.invoke,
    parameters: [{ name: "input", type: parts.names.input, presence }, optionsOf(parts)],
    result: parts.result,
    calls: transport.invoke,
    documentation: invokeDocumentation(parts),
    ...(parts.example && { example: parts.example }),
  };
}

function invokeDocumentation({ description, chainName, transport, names }: FunctionParts): Documentation {
  const { text, ...returns } = splitReturns(description?.trim() ?? "");
  const { streams } = transport;
  const notes = streams === undefined ? [] : [streamNote(streams, names.answers.has("footer"))];
  return { ...undocumented, description: text || `Calls the chain ${codeSpan(chainName)}.`, notes, ...returns };
}

/** The server ends the stream of a chain that raises like any other: only a footer tells the two apart. */
function streamNote(streams: string, hasFooter: boolean): string {
  const end = hasFooter
    ? "A stream that ends without its footer is an error."
    : "If the chain raises while it streams, the stream ends as if it were complete.";
  return `Streams ${streams}. The stream can be read once, and leaving the loop ends the request. ${end}`;
}

function invokeAsyncFunction({ names, isAddressed }: FunctionParts, name: string): FunctionPlan {
  const optionsType = isAddressed ? "AsyncCallOptions" : "AddressedAsyncCallOptions";
  return {
    name,
    parameters: [
      { name: "input", type: names.input, presence: "required" },
      { name: "options", type: optionsType, presence: "required" },
    ],
    result: namedType("AsyncRequest"),
    calls: "invokeAsync",
    documentation: {
      ...undocumented,
      lead: `Queues {@link ${names.invoke}} (\`async_run_remote\`) and does not wait for it.`,
      notes: [queueNote],
    },
  };
}
