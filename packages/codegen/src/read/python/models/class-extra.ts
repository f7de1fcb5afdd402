import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding, Scope } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import { type Extra, noExtra } from "../types/definition.js";

/**
 * What is laid over the schema of a class: its `json_schema_extra`, and whether it is deprecated.
 *
 * @param order - the class, and the bases that it has its attributes of: a `TypedDict` has none.
 */
export function classExtra(order: readonly ClassBinding[], { config }: Context): Extra {
  const isOld = order.some(({ definition, enclosing }) => isMarkedDeprecated(definition.decorators, enclosing));
  const { keywords, difference } = config.extraSchema ?? noExtra;
  return { keywords: isOld ? { ...keywords, deprecated: true } : keywords, difference };
}

/** Whether one of some decorators is `deprecated(…)`. */
export function isMarkedDeprecated(decorators: readonly Expression[], scope: Scope): boolean {
  return decorators.some((decorator) => {
    const name = decorator.kind === "Call" ? externalName(decorator.func, scope) : undefined;
    return name === "warnings.deprecated" || name === "typing.deprecated";
  });
}
