import { join } from "node:path";
import type { PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import { featureKey, featureModule, featureName, features } from "../programs/features.js";
import { type Program, snippet } from "../programs/program.js";
import type { ChainFile } from "./chain-files.js";
import { unusableFeatures } from "./exceptions.js";
import { writeProgram } from "./write-program.js";

/** A chain for each feature that programs are made without: it takes the feature and gives it back. */
export async function unusableFeatureChains(folder: string): Promise<readonly ChainFile[]> {
  const unusable = features.filter(({ id }) => unusableFeatures.has(id));
  return await Promise.all(
    unusable.map((feature) =>
      writeProgram(featureName(feature), programOf(feature), join(folder, featureKey(feature))),
    ),
  );
}

function programOf(feature: PydanticCase): Program {
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
