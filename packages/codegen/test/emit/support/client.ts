import type { Diagnostic } from "../../../src/diagnostics/diagnostic.js";
import { emitClient as emitChains } from "../../../src/emit/emit-client.js";
import { emitModule } from "../../../src/emit/emit-module.js";
import type { EmitOptions } from "../../../src/emit/emit-options.js";
import { type JoinedChain, joinChains } from "../../../src/plan/join-chains.js";
import { outlineOf } from "../../../src/plan/module-outline.js";
import type { ModulePlan } from "../../../src/plan/module-plan.js";
import { type ChainToPlan, planModule } from "../../../src/plan/plan-module.js";

/** A chain of a client that is not emitted yet. */
interface PlannedChain extends JoinedChain {
  readonly module: ModulePlan;
}

/** The modules of a client, and what stands in its way. */
export interface ClientPlan {
  readonly modules: readonly ModulePlan[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the chains of a client, and joins them. */
export function planClient(chains: readonly ChainToPlan[]): ClientPlan {
  const planned = chains.map((chain): PlannedChain => {
    const { name } = chain.signature;
    const { module, ...found } = planModule(chain);
    return { name, path: chain.path ?? chain.source, outline: outlineOf(module), module, ...found };
  });
  const joined = joinChains(planned);
  return { modules: joined.chains.map(({ module }) => module), diagnostics: joined.diagnostics };
}

/** The files of a client. */
export async function emitClient(
  modules: readonly ModulePlan[],
  options: EmitOptions,
): Promise<ReadonlyMap<string, string>> {
  const chains = modules.map(async (module) => ({ outline: outlineOf(module), files: await emitModule(module) }));
  return emitChains(await Promise.all(chains), options);
}
