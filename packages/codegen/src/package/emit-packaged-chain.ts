import { emitModule } from "../emit/emit-module.js";
import type { ModulePlan } from "../plan/module-plan.js";
import { fileName } from "../plan/names/chain-names.js";
import type { ChainSignature } from "../signature.js";
import { signatureText } from "../signature-text.js";
import { compileModules } from "./compile-modules.js";
import { compiledFolder, signatureFolder } from "./subpaths.js";

/**
 * The files of one chain of a package: its module, compiled, and its signature, with which the next run compares. There are no
 * sources: the declarations have all that a reader would look for in them, the documentation included, and the functions
 * are one line each.
 */
export async function emitPackagedChain(
  module: ModulePlan,
  signature: ChainSignature,
): Promise<ReadonlyMap<string, string>> {
  const compiled = await compileModules(await emitModule(module));
  return new Map([
    ...Array.from(compiled, ([path, text]) => [`${compiledFolder}/${path}`, text] as const),
    [`${signatureFolder}/${fileName(signature.name)}.json`, signatureText(signature)],
  ]);
}
