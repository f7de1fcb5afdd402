import type { ModuleOutline } from "../plan/module-outline.js";
import type { EmitOptions } from "./emit-options.js";
import type { Doc } from "./layout/doc.js";
import { specifiers } from "./layout/specifiers.js";
import { inputSchemaFile } from "./print-input-schema.js";
import { printBanner, printLines } from "./print-module.js";

/** The index as text: by name, so that models of one name in two chains do not meet. */
export function printIndex(modules: readonly ModuleOutline[], { importExtension }: EmitOptions): string {
  const extension = importExtension === "none" ? "" : `.${importExtension}`;
  const lines = modules.flatMap(indexEntries).map(({ values, types, file }): Doc => {
    return ["export ", specifiers(values, types, `./${file}${extension}`)];
  });
  return `${indexHead(modules, extension)}${lines.length === 0 ? "export {};" : printLines(lines)}\n`;
}

/** What an index passes on from one file. */
export interface IndexEntry {
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** Its name without an extension. */
  readonly file: string;
}

/** What an index passes on from the files of a chain. */
export function indexEntries(module: ModuleOutline): readonly IndexEntry[] {
  const { exports, fileName, inputSchema } = module;
  const client = { ...exports, file: fileName };
  if (inputSchema === undefined) return [client];
  return [client, { values: [inputSchema], types: [], file: inputSchemaFile(module) }];
}

/** The lines above the exports. They say where the models are, which a reader of the index would look for in vain. */
export function indexHead(modules: readonly ModuleOutline[], extension: string): string {
  const having = modules.find(({ hasModels }) => hasModels);
  if (having === undefined) return printBanner();
  const path = `"./${having.fileName}${extension}"`;
  return `${printBanner()}// Import a chain's models from its own module, such as ${path}: names may repeat.\n`;
}
