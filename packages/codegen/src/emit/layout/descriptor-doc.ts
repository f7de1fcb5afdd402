import type { DescriptorPlan } from "../../plan/module-plan.js";
import { assignment } from "./assignment.js";
import { type Doc, group } from "./doc.js";
import { documented } from "./documented.js";
import { namedArguments } from "./type-arguments.js";
import { valueDoc } from "./value-doc.js";

/** The constant that says which chain is called. */
export function descriptorDoc({ name, type, chain, documentation }: DescriptorPlan): Doc {
  const left = [name, ": ", type.name, namedArguments(type.arguments), " ="];
  return documented(documentation, ["export ", group(["const ", assignment("fluid", left, valueDoc(chain)), ";"])]);
}
