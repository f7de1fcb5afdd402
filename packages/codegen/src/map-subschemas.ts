import type { JsonSchema, JsonSchemaObject } from "./signature.js";

type Change = (schema: JsonSchema) => JsonSchema;

/** Keywords that hold schemas: by name, in a list, or one alone. */
const namedSchemas = ["$defs", "properties", "patternProperties"];
const listedSchemas = ["anyOf", "oneOf", "allOf", "prefixItems"];
const singleSchemas = ["items", "additionalProperties", "propertyNames", "contentSchema", "not", "if", "then", "else"];

/** A copy of a schema in which each of its immediate subschemas is changed. */
export function mapSubschemas(schema: JsonSchemaObject, change: Change): JsonSchemaObject {
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, mapKeyword(key, value, change)]));
}

function mapKeyword(key: string, value: unknown, change: Change): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (namedSchemas.includes(key)) {
    return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, change(schema as JsonSchema)]));
  }
  if (listedSchemas.includes(key)) return (value as JsonSchema[]).map(change);
  return singleSchemas.includes(key) ? change(value as JsonSchema) : value;
}
