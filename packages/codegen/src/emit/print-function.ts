import type { FunctionPlan, ParameterPlan } from "../plan/module-plan.js";
import { printComment } from "./comment/print-comment.js";
import { formatExample } from "./format.js";
import { printExample } from "./print-example.js";

/** A function as text. */
export async function printFunction(plan: FunctionPlan, descriptor: string): Promise<string> {
  const example = plan.example && (await formatExample(printExample(plan.name, plan.example)));
  const parameters = plan.parameters.map(printParameter).join(", ");
  const values = [descriptor, ...plan.parameters.map(({ name }) => name)].join(", ");
  const head = `export function ${plan.name}(${parameters}): Promise<${plan.result}>`;
  return `${printComment(plan.documentation, example)}${head} {\nreturn ${plan.calls}(${values});\n}`;
}

function printParameter({ name, type, presence }: ParameterPlan): string {
  if (presence === "empty-by-default") return `${name}: ${type} = {}`;
  return `${name}${presence === "optional" ? "?" : ""}: ${type}`;
}
