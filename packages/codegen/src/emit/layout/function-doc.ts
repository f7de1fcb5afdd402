import type { FunctionPlan, ParameterPlan } from "../../plan/module-plan.js";
import { type Doc, group, hardline, indent, list } from "./doc.js";
import { documented } from "./documented.js";
import { exampleText } from "./example-text.js";
import { brokenArguments, namedArguments } from "./type-arguments.js";

/** A function of a chain, whose body hands everything on to the runtime. */
export function functionDoc(plan: FunctionPlan, descriptor: string): Doc {
  const example = plan.example && exampleText(plan.name, plan.example);
  const values = [descriptor, ...plan.parameters.map(({ name }) => name)];
  const call = [plan.calls, group(list("(", values, ")"))];
  return documented(
    plan.documentation,
    [`export function ${plan.name}`, signatureDoc(plan), " {", indent([hardline, "return ", call, ";"]), hardline, "}"],
    example,
  );
}

function signatureDoc({ parameters, result }: FunctionPlan): Doc {
  return group([list("(", parameters.map(parameterDoc), ")"), ": Promise", promised(result)]);
}

function promised({ name, arguments: names }: FunctionPlan["result"]): Doc {
  return names.length === 0 ? ["<", name, ">"] : brokenArguments([[name, namedArguments(names)]]);
}

function parameterDoc({ name, type, presence }: ParameterPlan): Doc {
  if (presence === "empty-by-default") return `${name}: ${type} = {}`;
  return `${name}${presence === "optional" ? "?" : ""}: ${type}`;
}
