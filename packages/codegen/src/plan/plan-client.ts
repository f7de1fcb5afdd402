import { type Diagnostic, error, hasError } from "../diagnostics/diagnostic.js";
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
  const { transport } = chain.signature;
  if (transport === "websocket") return { planned: [], diagnostics: [unsupported(chain)] };
  const planned = { chain, module: planChain(chain, transport) };
  const diagnostics = collisionsOf(planned, before);
  return { planned: hasError(diagnostics) ? [] : [planned], diagnostics };
}

function unsupported(chain: ChainToPlan): Diagnostic {
  const message = `the chain \`${chain.signature.name}\` speaks over a websocket (transport \`websocket\`)`;
  return error("TC304", message, {
    help: "this release generates no clients for websockets: leave this source out",
    location: { file: pathOf(chain) },
  });
}

function byFileName(left: ModulePlan, right: ModulePlan): number {
  return left.fileName < right.fileName ? -1 : 1;
}
