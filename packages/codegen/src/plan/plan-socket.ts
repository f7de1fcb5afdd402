import { undocumented } from "./documentation/documentation.js";
import { codeSpan } from "./documentation/json-text.js";
import { mergeImports } from "./merge-imports.js";
import { type FunctionPlan, type ModulePlan, namedType, type ParameterPlan } from "./module-plan.js";
import { baseName, fileName, nameSocket } from "./names/chain-names.js";
import { createScope } from "./names/scope.js";
import type { ChainToPlan } from "./plan-chain.js";
import { addressImports, addressLead, addressOf, chainIdOf } from "./plan-descriptor.js";

const socketNote =
  "Opens a websocket, and returns once it is open. A loop over it gives the chain's messages; leaving the loop closes it. What " +
  "the messages contain is between you and the chain: its signature does not say.";

/** Plans the module of a chain that is a websocket: it has no types of its own, and its one function connects. */
export function planSocket(chain: ChainToPlan): ModulePlan {
  const { signature, source } = chain;
  const names = nameSocket(baseName(signature.name), createScope());
  const isAddressed = (chain.chainId ?? chain.url) !== undefined;
  const connect = connectFunction(chain, names.connect, isAddressed);
  const options = connect.parameters.map(({ type }) => type);
  return {
    fileName: fileName(signature.name),
    source,
    imports: mergeImports([
      {
        from: "@typed-chains/runtime/websocket",
        values: [connect.calls],
        types: [connect.result.name, "WebSocketDescriptor", ...options].toSorted(),
      },
      ...addressImports(chain),
    ]),
    declarations: [],
    descriptor: {
      name: names.descriptor,
      type: namedType("WebSocketDescriptor"),
      chain: { name: signature.name, transport: signature.transport, ...addressOf(chain) },
      ...chainIdOf(chain),
      documentation: { ...undocumented, lead: addressLead(isAddressed) },
    },
    functions: [connect],
    exports: { values: [names.descriptor, connect.name], types: [] },
  };
}

function connectFunction({ signature }: ChainToPlan, name: string, isAddressed: boolean): FunctionPlan {
  const options: ParameterPlan = isAddressed
    ? { name: "options", type: "ConnectOptions", presence: "optional" }
    : { name: "options", type: "AddressedConnectOptions", presence: "required" };
  const description = signature.description?.trim() || `Connects to the chain ${codeSpan(signature.name)}.`;
  return {
    name,
    parameters: [options],
    result: namedType("ChainSocket"),
    calls: "connect",
    documentation: { ...undocumented, description, notes: [socketNote] },
    example: { answer: { kind: "socket" }, needsAddress: !isAddressed },
  };
}
