import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type BinaryVerdict, judgeBinary } from "./binary/binary-problems.js";
import type { ModulePlan } from "./module-plan.js";
import { type ChainToPlan, pathOf, planChain } from "./plan-chain.js";
import { planSocket } from "./plan-socket.js";

export type { ChainToPlan } from "./plan-chain.js";

/** The module of one chain, whatever else is in its client. */
export interface PlannedModule {
  readonly module: ModulePlan;
  readonly diagnostics: readonly Diagnostic[];
  /** The enumerations of its result that the server may not be able to write in binary form. */
  readonly doubtful: readonly string[];
}

/** Plans the module of a chain. Every name in it is decided here. */
export function planModule(chain: ChainToPlan): PlannedModule {
  const { transport } = chain.signature;
  const { isPossible, diagnostics, doubtful } = binaryVerdict(chain);
  const module = transport === "websocket" ? planSocket(chain) : planChain(chain, transport, isPossible);
  return { module, diagnostics, doubtful };
}

/** Whether a chain gets a binary call: where it is asked for, and only of chains that answer with JSON. */
function binaryVerdict(chain: ChainToPlan): BinaryVerdict {
  const { binary = false, signature, scalarEnumerations } = chain;
  if (!binary || signature.transport !== "json") return { isPossible: false, diagnostics: [], doubtful: [] };
  return judgeBinary(signature, pathOf(chain), scalarEnumerations);
}
