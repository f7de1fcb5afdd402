import type { ModulePlan } from "../plan/module-plan.js";
import type { EmitOptions } from "./emit-options.js";
import type { Doc } from "./layout/doc.js";
import { specifiers } from "./layout/specifiers.js";
import { printBanner, printLines } from "./print-module.js";

/** The index as text: by name, so that models of one name in two chains do not meet. */
export function printIndex(modules: readonly ModulePlan[], { importExtension }: EmitOptions): string {
  const extension = importExtension === "none" ? "" : `.${importExtension}`;
  const lines = modules.map(
    ({ exports, fileName }): Doc => ["export ", specifiers(exports.values, exports.types, `./${fileName}${extension}`)],
  );
  return `${printBanner()}${lines.length === 0 ? "export {};" : printLines(lines)}\n`;
}
