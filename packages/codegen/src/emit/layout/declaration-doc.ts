import type { Declaration } from "../../plan/module-plan.js";
import { assignment } from "./assignment.js";
import { type Doc, hardline, indent } from "./doc.js";
import { documented } from "./documented.js";
import { type Combinations, membersDoc, typeDoc } from "./type-doc.js";
import { isHugging } from "./type-traits.js";

/** A named type with its documentation. */
export function declarationDoc(declaration: Declaration, combinations: Combinations): Doc {
  const { name, documentation } = declaration;
  if (declaration.kind === "alias") {
    const { type } = declaration;
    const layout = type.kind === "union" && !isHugging(type) ? "after-operator" : "fluid";
    return documented(documentation, [
      "export ",
      assignment(layout, `type ${name} =`, typeDoc(type, combinations)),
      ";",
    ]);
  }
  const isEmpty = declaration.members.length === 0 && declaration.index === undefined;
  const body = isEmpty ? "" : [indent([hardline, membersDoc(declaration, combinations)]), hardline];
  return documented(documentation, [`export interface ${name} {`, body, "}"]);
}
