import type { ModulePlan } from "../plan/module-plan.js";
import { partsOf, typesOfDeclaration } from "../plan/transform.js";
import type { CombinedNode, TypeNode } from "../plan/type-node.js";
import { combine } from "./combine.js";
import { render } from "./layout/doc.js";
import { type Combinations, operand } from "./layout/type-doc.js";

/** The combinations of a module, inner ones first: each is asked for once. */
export async function combinationsOf(module: ModulePlan): Promise<ReadonlyMap<CombinedNode, string>> {
  const found = new Map<CombinedNode, string>();
  const byMembers = new Map<string, string>();
  const visit = async (type: TypeNode): Promise<void> => {
    for (const part of partsOf(type)) await visit(part);
    if (type.kind !== "combined") return;
    const members = type.members.map((member) => render(operand(member, textIn(found)), Number.POSITIVE_INFINITY));
    const key = JSON.stringify(members);
    const text = byMembers.get(key) ?? (await combine(members));
    byMembers.set(key, text);
    found.set(type, text);
  };
  for (const type of module.declarations.flatMap(typesOfDeclaration)) await visit(type);
  return found;
}

/** Looks combinations up that have been asked for before. */
export function textIn(found: ReadonlyMap<CombinedNode, string>): Combinations {
  return (combination) => {
    const text = found.get(combination);
    if (text === undefined) throw new Error("A combination of types was not asked for");
    return text;
  };
}
