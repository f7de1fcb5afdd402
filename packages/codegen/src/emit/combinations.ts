import type { ModulePlan } from "../plan/module-plan.js";
import { partsOf } from "../plan/transform.js";
import type { TypeNode } from "../plan/type-node.js";
import { type Combinations, combinationKey } from "./combination-key.js";
import { combine } from "./combine.js";
import { printPart } from "./print-type.js";

/** Asks for all the combinations of a module, inner ones first. */
export async function combinationsOf(module: ModulePlan): Promise<Combinations> {
  const found = new Map<string, string>();
  const visit = async (type: TypeNode): Promise<void> => {
    for (const part of partsOf(type)) await visit(part);
    if (type.kind !== "combined") return;
    const members = type.members.map((member) => printPart(member, found));
    found.set(combinationKey(members), await combine(members));
  };
  for (const type of typesOf(module)) await visit(type);
  return found;
}

function typesOf(module: ModulePlan): readonly TypeNode[] {
  return module.declarations.flatMap((declaration) => {
    if (declaration.kind === "alias") return [declaration.type];
    const { members, index } = declaration;
    return [...members.map(({ type }) => type), ...(index === undefined ? [] : [index])];
  });
}
