import type { ModulePlan } from "../plan/module-plan.js";
import type { EmitOptions } from "./emit-options.js";
import { stringLiteral } from "./literal.js";
import { printBanner } from "./print-module.js";

/** The index as text: by name, so that models of one name in two chains do not meet. */
export function printIndex(modules: readonly ModulePlan[], { importExtension }: EmitOptions): string {
  const extension = importExtension === "none" ? "" : `.${importExtension}`;
  const lines = modules.map(({ exports, fileName }) => {
    const names = [...exports.values, ...exports.types.map((name) => `type ${name}`)];
    return `export { ${names.join(", ")} } from ${stringLiteral(`./${fileName}${extension}`)};`;
  });
  return `${printBanner()}${lines.length === 0 ? "export {};" : lines.join("\n")}`;
}
