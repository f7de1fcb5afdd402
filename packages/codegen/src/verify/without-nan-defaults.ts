import { mapSubschemas } from "../map-subschemas.js";
import type { JsonSchema } from "../signature.js";

/**
 * The schema of a documented result without the defaults that the model server writes as `null` because JSON cannot say
 * them: NaN and infinity. What is read from Python has none there.
 */
export function withoutNanDefaults(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const result = mapSubschemas(schema, withoutNanDefaults);
  if (defaultsToNan(schema)) delete result.default;
  if (schema.properties === undefined || schema.required === undefined) return result;
  // Whoever read the document took what has a default for required, because it is always sent.
  const { properties, required } = schema;
  return { ...result, required: required.filter((key) => !defaultsToNan(properties[key])) };
}

function defaultsToNan(schema: JsonSchema | undefined): boolean {
  return typeof schema === "object" && schema.default === null && !mayBeNull(schema);
}

function mayBeNull(schema: JsonSchema): boolean {
  if (typeof schema === "boolean" || schema.$ref !== undefined) return true;
  const members = schema.anyOf ?? schema.oneOf;
  if (members !== undefined) return members.some(mayBeNull);
  return typeof schema.type !== "string" || schema.type === "null";
}
