import type { Expression, Statement } from "../syntax/nodes.js";

/**
 * The name of the class that a statement changes after its body, if pydantic goes by that:
 * `Place.__pydantic_config__ = …`, and `Job.model_rebuild(force=True)`, which takes up whatever was changed before.
 */
export function changedClass(statement: Statement): string | undefined {
  switch (statement.kind) {
    case "Assign":
      return statement.targets.map(configuredClass).find((name) => name !== undefined);
    case "ExpressionStatement":
      return rebuiltClass(statement.value);
    default:
      return undefined;
  }
}

function configuredClass(target: Expression): string | undefined {
  return target.kind === "Attribute" && target.attr === "__pydantic_config__" ? nameOf(target.value) : undefined;
}

function rebuiltClass(call: Expression): string | undefined {
  if (call.kind !== "Call" || call.func.kind !== "Attribute" || call.func.attr !== "model_rebuild") return undefined;
  return call.keywords.some(({ name }) => name === "force") ? nameOf(call.func.value) : undefined;
}

function nameOf(expression: Expression): string | undefined {
  return expression.kind === "Name" ? expression.id : undefined;
}
