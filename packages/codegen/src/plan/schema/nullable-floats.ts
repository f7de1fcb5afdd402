import { mapSubschemas } from "../../map-subschemas.js";
import type { JsonSchema } from "../../signature.js";

/**
 * The schema with `null` beside every float: pydantic writes NaN and infinity so. Which of its floats a chain lets be one of
 * these, its schema does not say.
 */
export function withNullableFloats(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const types = [schema.type ?? []].flat();
  // A float that is one of some values is one of these.
  const isFloat = types.includes("number") && schema.const === undefined && schema.enum === undefined;
  return { ...mapSubschemas(schema, withNullableFloats), ...(isFloat ? { type: [...types, "null"] } : {}) };
}
