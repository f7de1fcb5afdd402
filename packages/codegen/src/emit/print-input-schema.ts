import type { ModulePlan, SchemaPlan } from "../plan/module-plan.js";
import { schemaDoc } from "./layout/schema-doc.js";
import { print, printBanner } from "./print-module.js";

/** The name of the file of a chain's schema, without its extension. No chain's file has a dot in its name. */
export function inputSchemaFile({ fileName }: { readonly fileName: string }): string {
  return `${fileName}.schema`;
}

/** The schema of a chain's arguments as text. It imports a type and nothing else, so that it can be used without the rest. */
export function printInputSchema({ source }: ModulePlan, plan: SchemaPlan): string {
  const lines = [
    `${printBanner(source)}import type { JsonSchema } from "@typed-chains/runtime";`,
    print(schemaDoc(plan)),
  ];
  return `${lines.join("\n\n")}\n`;
}
