import type { JsonSchema } from "./signature.js";

/** Applies a change to the schemas inside one keyword's value. */
export function mapSchemas(key: string, value: unknown, change: (schema: JsonSchema) => JsonSchema): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (["$defs", "properties", "patternProperties"].includes(key)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, change(schema as JsonSchema)]));
  }
  if (["anyOf", "oneOf", "allOf", "prefixItems"].includes(key)) return (value as JsonSchema[]).map(change);
  if (["items", "additionalProperties", "propertyNames", "not", "if", "then", "else"].includes(key)) {
    return change(value as JsonSchema);
  }
  return value;
}
