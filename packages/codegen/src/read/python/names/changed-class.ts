import type { Expression, Statement } from "../syntax/nodes.js";

/**
 * The name of the class that a statement changes after its body, if pydantic goes by that:
 * `Place.__pydantic_config__ = …`, and `Job.model_rebuild(force=True)`, which takes up whatever was changed before.
 */
export function changedClass(statement: Statement): string | undefined {
  switch (statement.kind) {
    case "Assign":
      return statement.targets.map(configuredClass).find((name) => name !== undefined);
    case "ExpressionStatement": {
      const rebuilt = rebuiltBy(statement.value);
      return rebuilt?.isForced === true ? rebuilt.name : undefined;
    }
    default:
      return undefined;
  }
}

function configuredClass(target: Expression): string | undefined {
  return target.kind === "Attribute" && target.attr === "__pydantic_config__" ? nameOf(target.value) : undefined;
}

/** The name of the class that a statement has pydantic look at anew. */
export function rebuiltClass(statement: Statement): string | undefined {
  return statement.kind === "ExpressionStatement" ? rebuiltBy(statement.value)?.name : undefined;
}

function rebuiltBy(call: Expression): { readonly name: string; readonly isForced: boolean } | undefined {
  if (call.kind !== "Call" || call.func.kind !== "Attribute" || call.func.attr !== "model_rebuild") return undefined;
  const name = nameOf(call.func.value);
  return name === undefined ? undefined : { name, isForced: call.keywords.some((keyword) => keyword.name === "force") };
}

function nameOf(expression: Expression): string | undefined {
  return expression.kind === "Name" ? expression.id : undefined;
}
