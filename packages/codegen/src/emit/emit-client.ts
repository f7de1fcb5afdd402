import type { ModulePlan } from "../plan/module-plan.js";
import type { EmitOptions } from "./emit-options.js";
import { printIndex } from "./print-index.js";
import { inputSchemaFile, printInputSchema } from "./print-input-schema.js";
import { printModule } from "./print-module.js";

export type { EmitOptions } from "./emit-options.js";

/** The files of a client: one for each chain, and the index. Paths are relative to the folder that they go to. */
export async function emitClient(
  modules: readonly ModulePlan[],
  options: EmitOptions,
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const module of modules) {
    files.set(`${module.fileName}.ts`, await printModule(module));
    const { inputSchema } = module;
    if (inputSchema !== undefined) files.set(`${inputSchemaFile(module)}.ts`, printInputSchema(module, inputSchema));
  }
  files.set("index.ts", printIndex(modules, options));
  return files;
}
