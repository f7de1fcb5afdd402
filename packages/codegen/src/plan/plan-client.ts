import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { type BinaryVerdict, type DoubtfulChain, enumerationProblems, judgeBinary } from "./binary/binary-problems.js";
import { collisionsOf, type PlannedChain } from "./collisions.js";
import type { ModulePlan } from "./module-plan.js";
import { type ChainToPlan, pathOf, planChain } from "./plan-chain.js";
import { planSocket } from "./plan-socket.js";

export type { ChainToPlan } from "./plan-chain.js";

/** What a client consists of, and what stands in its way. */
export interface ClientPlan {
  /** One for each chain without an error, by file name: the order of the sources does not matter. */
  readonly modules: readonly ModulePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the modules of a client. Every name in them is decided here. */
export function planClient(chains: readonly ChainToPlan[]): ClientPlan {
  const planned: PlannedChain[] = [];
  const diagnostics: Diagnostic[] = [];
  const doubtful: DoubtfulChain[] = [];
  for (const chain of chains) {
    const found = planOne(chain, planned);
    diagnostics.push(...found.diagnostics);
    planned.push(...found.planned);
    doubtful.push({ name: chain.signature.name, file: pathOf(chain), enumerations: found.doubtful });
  }
  return {
    modules: planned.map(({ module }) => module).toSorted(byFileName),
    diagnostics: [...diagnostics, ...enumerationProblems(doubtful)],
  };
}

function planOne(
  chain: ChainToPlan,
  before: readonly PlannedChain[],
): { planned: PlannedChain[]; diagnostics: readonly Diagnostic[]; doubtful: readonly string[] } {
  const { transport } = chain.signature;
  const verdict = binaryVerdict(chain);
  const module = transport === "websocket" ? planSocket(chain) : planChain(chain, transport, verdict.isPossible);
  const planned = { chain, module };
  const diagnostics = [...verdict.diagnostics, ...collisionsOf(planned, before)];
  return { planned: hasError(diagnostics) ? [] : [planned], diagnostics, doubtful: verdict.doubtful };
}

/** Whether a chain gets a binary call: where it is asked for, and only of chains that answer with JSON. */
function binaryVerdict(chain: ChainToPlan): BinaryVerdict {
  const { binary = false, signature, scalarEnumerations } = chain;
  if (!binary || signature.transport !== "json") return { isPossible: false, diagnostics: [], doubtful: [] };
  return judgeBinary(signature, pathOf(chain), scalarEnumerations);
}

function byFileName(left: ModulePlan, right: ModulePlan): number {
  return left.fileName < right.fileName ? -1 : 1;
}
