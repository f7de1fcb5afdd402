import type { Documentation } from "./documentation/documentation.js";
import { undocumented } from "./documentation/documentation.js";
import { codeSpan } from "./documentation/json-text.js";
import type { ExamplePlan, FunctionPlan, ImportsPlan, ParameterPlan } from "./module-plan.js";
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
  readonly result: string;
  /** Whether the module knows where the chain is. */
  readonly isAddressed: boolean;
  readonly example: ExamplePlan | undefined;
}

const queueNote =
  "Only the entrypoint is queued: the chainlets that it calls are called as always. The result goes to the webhook that " +
  "the options name.";

/** Plans the functions that call a chain: at once and, where it answers with JSON, queued. */
export function planFunctions(parts: FunctionParts): readonly FunctionPlan[] {
  const { invokeAsync } = parts.names;
  return [invokeFunction(parts), ...(invokeAsync === undefined ? [] : [invokeAsyncFunction(parts, invokeAsync)])];
}

/** What the functions and the descriptor need from the runtime. */
export function planImports(functions: readonly FunctionPlan[], { transport, names }: FunctionParts): ImportsPlan {
  const options = functions.flatMap(({ parameters }) => parameters.slice(1).map(({ type }) => type));
  const request = names.invokeAsync === undefined ? [] : ["AsyncRequest"];
  const stream = transport.stream === undefined ? [] : [transport.stream];
  return {
    from: transport.from,
    values: functions.map(({ calls }) => calls).toSorted(),
    types: [...new Set([...request, ...stream, transport.descriptor, ...options])].toSorted(),
  };
}

function invokeFunction(parts: FunctionParts): FunctionPlan {
  const { transport } = parts;
  const options: ParameterPlan = parts.isAddressed
    ? { name: "options", type: transport.options, presence: "optional" }
    : { name: "options", type: transport.addressedOptions, presence: "required" };
  const presence = parts.acceptsEmptyInput && parts.isAddressed ? "empty-by-default" : "required";
  return {
    name: parts.names.invoke,
    parameters: [{ name: "input", type: parts.names.input, presence }, options],
    result: parts.result,
    calls: transport.invoke,
    documentation: invokeDocumentation(parts),
    ...(parts.example && { example: parts.example }),
  };
}

function invokeDocumentation({ description, chainName, transport, names }: FunctionParts): Documentation {
  const about = description?.trim() || `Calls the chain ${codeSpan(chainName)}.`;
  const { streams } = transport;
  const notes = streams === undefined ? [] : [streamNote(streams, names.answers.has("footer"))];
  return { ...undocumented, description: about, notes };
}

/** The server ends the stream of a chain that raises like any other: only a footer tells the two apart. */
function streamNote(streams: string, hasFooter: boolean): string {
  const end = hasFooter
    ? "A stream that ends without its footer is an error."
    : "Where the chain raises while it streams, the stream ends as if it were whole.";
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
    result: "AsyncRequest",
    calls: "invokeAsync",
    documentation: {
      ...undocumented,
      lead: `Queues {@link ${names.invoke}} (\`async_run_remote\`) and does not wait for it.`,
      notes: [queueNote],
    },
  };
}
