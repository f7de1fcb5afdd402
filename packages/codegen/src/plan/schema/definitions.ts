import type { JsonSchema, JsonSchemaObject } from "../../signature.js";

/** The definitions of a schema, by key. Keys come from outside: a `Map` has none of its own. */
export function definitionsOf(schema: JsonSchema | undefined): ReadonlyMap<string, JsonSchema> {
  if (typeof schema !== "object" || schema.$defs === undefined) return new Map();
  return new Map(Object.entries(schema.$defs));
}

/** The members of a schema's choices, of which a value fits one. */
export function alternativesOf(schema: JsonSchemaObject): readonly JsonSchema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
}
