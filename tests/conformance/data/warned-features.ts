import { memoryHost, readChain } from "@typed-chains/codegen";
import type { PydanticCase } from "../../../packages/codegen/test/read/python/pydantic-cases.js";
import { features } from "../programs/features.js";
import { renderProgram } from "../programs/render.js";
import { unseenDifferences } from "./exceptions.js";
import { featureProgram } from "./feature-program.js";

/** The codes of what a schema of pydantic's says other than the server does. */
const honestyCodes: ReadonlySet<string> = new Set(["TC221", "TC242"]);

/** The features that the reader warns of: what their schemas say is not what the server does. */
export const warnedFeatures: readonly PydanticCase[] = features.filter((feature) => {
  const files = Object.fromEntries(renderProgram(featureProgram(feature)));
  const { diagnostics } = readChain(memoryHost(files), { path: "app/entry.py", options: {} });
  return diagnostics.some(({ code }) => honestyCodes.has(code));
});

/** Of these, the ones that go wrong with the values that are drawn here. Their warnings excuse them. */
export const excusedFeatures: readonly PydanticCase[] = warnedFeatures.filter(({ id }) => !unseenDifferences.has(id));
