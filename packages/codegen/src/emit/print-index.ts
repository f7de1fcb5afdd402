import type { ModulePlan } from "../plan/module-plan.js";
import type { EmitOptions } from "./emit-options.js";
import type { Doc } from "./layout/doc.js";
import { specifiers } from "./layout/specifiers.js";
import { inputSchemaFile } from "./print-input-schema.js";
import { printBanner, printLines } from "./print-module.js";

/** The index as text: by name, so that models of one name in two chains do not meet. */
export function printIndex(modules: readonly ModulePlan[], { importExtension }: EmitOptions): string {
  const extension = importExtension === "none" ? "" : `.${importExtension}`;
  const exported = (values: readonly string[], types: readonly string[], file: string): Doc => {
    return ["export ", specifiers(values, types, `./${file}${extension}`)];
  };
  const lines = modules.flatMap((module) => {
    const { exports, fileName, inputSchema } = module;
    const client = exported(exports.values, exports.types, fileName);
    return inputSchema === undefined ? [client] : [client, exported([inputSchema.name], [], inputSchemaFile(module))];
  });
  return `${printBanner()}${modelsNote(modules, extension)}${lines.length === 0 ? "export {};" : printLines(lines)}\n`;
}

/** Where the models are, which a reader of the index would look for in vain. */
function modelsNote(modules: readonly ModulePlan[], extension: string): string {
  const having = modules.find(({ declarations, exports }) => {
    return declarations.some(({ name }) => !exports.types.includes(name));
  });
  if (having === undefined) return "";
  const path = `"./${having.fileName}${extension}"`;
  return `// Models are exported by the module of their chain, such as ${path}: two chains may have ones of the same name.\n`;
}
