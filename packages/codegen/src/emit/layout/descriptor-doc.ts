import type { ChainIdPlan, DescriptorPlan } from "../../plan/module-plan.js";
import { assignment } from "./assignment.js";
import { type Doc, group, list } from "./doc.js";
import { documented } from "./documented.js";
import { namedArguments } from "./type-arguments.js";
import { objectDoc, valueDoc } from "./value-doc.js";

/** The constant that says which chain is called. */
export function descriptorDoc({ name, type, chain, chainId, documentation }: DescriptorPlan): Doc {
  const left = [name, ": ", type.name, namedArguments(type.arguments), " ="];
  const value = objectDoc(chain, chainId === undefined ? [] : [chainIdDoc(chainId)]);
  return documented(documentation, ["export ", group(["const ", assignment("fluid", left, value), ";"])]);
}

/** The mark says that the call may be left out with the constant, for what it does is to make a value. */
function chainIdDoc({ calls, argument }: ChainIdPlan): Doc {
  const values =
    typeof argument === "string" ? group(list("(", [valueDoc(argument)], ")")) : ["(", valueDoc(argument), ")"];
  return assignment("fluid", "chainId:", ["/* @__PURE__ */ ", calls, values]);
}
