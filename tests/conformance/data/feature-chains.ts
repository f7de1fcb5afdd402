import { join } from "node:path";
import type { PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import { featureKey, featureName, features } from "../programs/features.js";
import type { ChainFile } from "./chain-files.js";
import { unusableFeatures } from "./exceptions.js";
import { featureProgram } from "./feature-program.js";
import { excusedFeatures } from "./warned-features.js";
import { writeProgram } from "./write-program.js";

/** The features that programs are made without: those that a warning excuses, and the exceptions. */
export const leftOutFeatures: readonly PydanticCase[] = features.filter(
  (feature) => excusedFeatures.includes(feature) || unusableFeatures.has(feature.id),
);

/** A chain for each feature that programs are made without: it takes the feature and gives it back. */
export async function leftOutFeatureChains(folder: string): Promise<readonly ChainFile[]> {
  return await Promise.all(
    leftOutFeatures.map((feature) =>
      writeProgram(featureName(feature), featureProgram(feature), join(folder, featureKey(feature))),
    ),
  );
}
