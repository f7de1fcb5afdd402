import type { ModulePlan } from "../plan/module-plan.js";
import { inputSchemaFile, printInputSchema } from "./print-input-schema.js";
import { printModule } from "./print-module.js";

/** The files of one chain: its module, and one of the schema of its arguments where that is asked for. */
export async function emitModule(module: ModulePlan): Promise<ReadonlyMap<string, string>> {
  const { fileName, inputSchema } = module;
  const files = new Map([[`${fileName}.ts`, await printModule(module)]]);
  if (inputSchema !== undefined) files.set(`${inputSchemaFile(module)}.ts`, printInputSchema(module, inputSchema));
  return files;
}
