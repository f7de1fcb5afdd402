import { isDeepStrictEqual } from "node:util";
import { mapSubschemas } from "../map-subschemas.js";
import { omit } from "../mock/json/own-property.js";
import { hasType, isDecimalText } from "../mock/validation/schema-view.js";
import type { JsonSchema } from "../signature.js";

const bounds = ["minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf"];

/**
 * The schema of a result without the bounds of its Decimals. A document has them at the number that a Decimal may be made
 * of; what is sent is the text alone, which has none.
 */
export function withoutDecimalBounds(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const result = mapSubschemas(schema, withoutDecimalBounds);
  return result.anyOf?.some(isDecimalText) === true ? { ...result, anyOf: unbounded(result.anyOf) } : result;
}

/** A number beside a Decimal is not told from the one that belongs to it. */
function unbounded(members: readonly JsonSchema[]): JsonSchema[] {
  const free = members.map((member) =>
    typeof member === "object" && hasType(member, "number") ? omit(member, bounds) : member,
  );
  return free.filter((member, index) => free.findIndex((other) => isDeepStrictEqual(other, member)) === index);
}
