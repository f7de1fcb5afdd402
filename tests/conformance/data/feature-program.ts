import type { PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import { featureKey, featureModule } from "../programs/features.js";
import { type Program, snippet } from "../programs/program.js";

/** A program that takes a feature and gives it back. */
export function featureProgram(feature: PydanticCase): Program {
  const name = `«${featureKey(feature)}»`;
  const entry = {
    importStyle: snippet("import truss_chains as chains\n"),
    preamble: [],
    extraChainlets: [],
    isConditional: false,
    isAsync: false,
    arguments: [snippet(`value: ${name}`)],
    result: snippet(name),
  };
  return { modules: [featureModule(feature)], entry, importStyle: () => 0 };
}
