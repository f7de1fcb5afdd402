import { type Diagnostic, error, hasError } from "../diagnostics/diagnostic.js";
import type { Transport } from "../signature.js";
import { collisionsOf, type PlannedChain } from "./collisions.js";
import type { ModulePlan } from "./module-plan.js";
import { type ChainToPlan, pathOf, planChain } from "./plan-chain.js";

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
  for (const chain of chains) {
    const found = planOne(chain, planned);
    diagnostics.push(...found.diagnostics);
    planned.push(...found.planned);
  }
  return { modules: planned.map(({ module }) => module).toSorted(byFileName), diagnostics };
}

function planOne(
  chain: ChainToPlan,
  before: readonly PlannedChain[],
): { planned: PlannedChain[]; diagnostics: readonly Diagnostic[] } {
  if (chain.signature.transport !== "json") return { planned: [], diagnostics: [unsupported(chain)] };
  const planned = { chain, module: planChain(chain) };
  const diagnostics = collisionsOf(planned, before);
  return { planned: hasError(diagnostics) ? [] : [planned], diagnostics };
}

const transportWords: Record<Transport, string> = {
  json: "answers with JSON",
  "text-stream": "streams text",
  "byte-stream": "streams bytes",
  "framed-stream": "streams frames",
  websocket: "speaks over a websocket",
};

function unsupported(chain: ChainToPlan): Diagnostic {
  const { signature } = chain;
  const message = `the chain \`${signature.name}\` ${transportWords[signature.transport]} (transport \`${signature.transport}\`)`;
  return error("TC304", message, {
    help: "this release generates clients for chains that answer with JSON only: leave this source out",
    location: { file: pathOf(chain) },
  });
}

function byFileName(left: ModulePlan, right: ModulePlan): number {
  return left.fileName < right.fileName ? -1 : 1;
}
