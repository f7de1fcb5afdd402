import { isDeepStrictEqual } from "node:util";
import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";
import type { GeneratedDefinition } from "./definition-names.js";
import { referenceNumber } from "./references.js";

/**
 * The schema of an object without what its fields repeat of the definitions that they refer to: a default, a title or
 * a description. Pydantic leaves it out too, but for a definition that it is inside of.
 */
export function withoutRepeats(
  schema: JsonSchemaObject,
  definitions: readonly GeneratedDefinition[],
): JsonSchemaObject {
  if (schema.properties === undefined) return schema;
  const fields = Object.entries(schema.properties).map(([name, field]): [string, JsonSchema] => {
    const index = typeof field === "boolean" ? undefined : referenceNumber(field.$ref);
    const target = index === undefined ? undefined : definitions[index]?.schema;
    const isRepeating = typeof field !== "boolean" && target !== undefined && target !== schema;
    return [name, isRepeating ? withoutKeywordsOf(target, field) : field];
  });
  return { ...schema, properties: Object.fromEntries(fields) };
}

function withoutKeywordsOf(target: JsonSchemaObject, field: JsonSchemaObject): JsonSchemaObject {
  const said = new Map(Object.entries(target));
  const own = Object.entries(field).filter(([keyword, value]) => {
    return keyword === "$ref" || !said.has(keyword) || !isDeepStrictEqual(said.get(keyword), value);
  });
  return Object.fromEntries(own);
}
