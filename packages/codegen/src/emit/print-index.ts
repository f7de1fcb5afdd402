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
  return `${printBanner()}${lines.length === 0 ? "export {};" : printLines(lines)}\n`;
}
