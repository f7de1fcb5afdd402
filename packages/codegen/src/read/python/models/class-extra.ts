import type { JsonSchemaObject } from "../../../signature.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";

/**
 * What is laid over the schema of a class: its `json_schema_extra`, and whether it is deprecated.
 *
 * @param order - the class, and the bases that it has its attributes of: a `TypedDict` has none.
 */
export function classExtra(order: readonly ClassBinding[], { config }: Context): JsonSchemaObject {
  const isOld = order.some(({ definition, enclosing }) => isMarkedDeprecated(definition.decorators, enclosing));
  return { ...config.extraSchema, ...(isOld ? { deprecated: true } : {}) };
}

/** Whether one of some decorators is `deprecated(…)`. */
export function isMarkedDeprecated(decorators: readonly Expression[], scope: Scope): boolean {
  return decorators.some((decorator) => {
    const name = decorator.kind === "Call" ? externalName(decorator.func, scope) : undefined;
    return name === "warnings.deprecated" || name === "typing.deprecated";
  });
}
