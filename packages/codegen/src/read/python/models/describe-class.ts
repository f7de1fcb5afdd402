import { type Deprecation, deprecationOf, withMessage } from "../annotations/deprecation.js";
import type { Context } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import { type Extra, noExtra, type ObjectShape } from "../types/definition.js";

/**
 * What is said of a class as a whole: its description, and what is laid over its schema, which is its
 * `json_schema_extra` and whether it is deprecated.
 *
 * @param description - its own docstring.
 * @param order - the class, and the bases that it has its attributes of: a `TypedDict` has none.
 */
export function describeClass(
  description: string | undefined,
  order: readonly ClassBinding[],
  context: Context,
): Pick<ObjectShape, "description" | "extra"> {
  const deprecation = deprecationIn(order, context);
  return { description: withMessage(description, deprecation), extra: extraOf(deprecation !== undefined, context) };
}

function deprecationIn(order: readonly ClassBinding[], context: Context): Deprecation | undefined {
  return order
    .map(({ definition, enclosing }) => deprecationOf(definition.decorators, { ...context, scope: enclosing }))
    .find((found) => found !== undefined);
}

function extraOf(isDeprecated: boolean, { config }: Context): Extra {
  const { keywords, difference } = config.extraSchema ?? noExtra;
  return { keywords: isDeprecated ? { ...keywords, deprecated: true } : keywords, difference };
}
