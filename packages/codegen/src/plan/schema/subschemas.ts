import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { alternativesOf } from "./definitions.js";

/** The schemas of what a value holds, one level down. */
export function contentsOf(schema: JsonSchemaObject): readonly JsonSchema[] {
  const single = [schema.items, schema.additionalProperties].filter((content) => content !== undefined);
  const properties = [...Object.values(schema.properties ?? {}), ...Object.values(schema.patternProperties ?? {})];
  return [...single, ...(schema.prefixItems ?? []), ...properties];
}

/** The schemas that are about the value itself or about what it holds. */
export function subschemasOf(schema: JsonSchemaObject): readonly JsonSchema[] {
  return [...alternativesOf(schema), ...(schema.allOf ?? []), ...contentsOf(schema)];
}
