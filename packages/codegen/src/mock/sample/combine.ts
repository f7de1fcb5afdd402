import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { getOwn, omit, setOwn } from "../json/own-property.js";
import { alternativesOf } from "../validation/schema-view.js";

const combining = ["allOf", "anyOf", "oneOf"];

/** Whether a schema is put together from others. */
export function isCombined(schema: JsonSchemaObject): boolean {
  return Array.isArray(schema.type) || combining.some((keyword) => schema[keyword] !== undefined);
}

/** One schema for all that a combined one says; of its alternatives one is chosen. What they combine in turn is left. */
export function combine(
  schema: JsonSchemaObject,
  choose: (alternatives: readonly JsonSchema[]) => JsonSchema,
  resolve: (schema: JsonSchema) => JsonSchema,
): JsonSchema {
  const alternatives = alternativesOf(schema);
  const chosen = alternatives === undefined ? [] : [choose(alternatives)];
  // Each of several types comes with all that the schema says.
  if (chosen[0] !== undefined && schema.anyOf === undefined && schema.oneOf === undefined) return chosen[0];
  const own: JsonSchemaObject = omit(schema, Array.isArray(schema.type) ? [...combining, "type"] : combining);
  return [own, ...(schema.allOf ?? []), ...chosen].map(resolve).reduce(both);
}

/** What two schemas say of the same value. Where both speak of a field, it has to fit both; else the second one counts. */
function both(left: JsonSchema, right: JsonSchema): JsonSchema {
  if (typeof left === "boolean") return left ? right : false;
  if (typeof right === "boolean") return right ? left : false;
  const result: JsonSchemaObject = { ...omit(left, combining), ...omit(right, combining) };
  const properties = fieldsOfBoth(left.properties, right.properties);
  const required = [...new Set([...(left.required ?? []), ...(right.required ?? [])])];
  const parts = [left, right].filter(isCombined).map(onlyCombined);
  if (properties !== undefined) result.properties = properties;
  if (required.length > 0) result.required = required;
  return parts.length > 0 ? { ...result, allOf: parts } : result;
}

function onlyCombined(schema: JsonSchemaObject): JsonSchemaObject {
  return omit(
    schema,
    Object.keys(schema).filter((keyword) => !combining.includes(keyword)),
  );
}

type Fields = Readonly<Record<string, JsonSchema>>;

function fieldsOfBoth(left: Fields | undefined, right: Fields | undefined): Record<string, JsonSchema> | undefined {
  if (left === undefined && right === undefined) return undefined;
  const result: Record<string, JsonSchema> = {};
  for (const [name, field] of [...Object.entries(left ?? {}), ...Object.entries(right ?? {})]) {
    const before = getOwn(result, name);
    setOwn(result, name, before === undefined ? field : { allOf: [before, field] });
  }
  return result;
}
