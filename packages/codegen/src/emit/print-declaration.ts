import type { Declaration } from "../plan/module-plan.js";
import type { Combinations } from "./combination-key.js";
import { printComment } from "./comment/print-comment.js";
import { printMembers, printType } from "./print-type.js";

/** A named type as text. */
export function printDeclaration(declaration: Declaration, combinations: Combinations): string {
  const comment = printComment(declaration.documentation);
  if (declaration.kind === "alias") {
    return `${comment}export type ${declaration.name} = ${printType(declaration.type, combinations)};`;
  }
  return `${comment}export interface ${declaration.name} {\n${printMembers(declaration, combinations)}\n}`;
}
