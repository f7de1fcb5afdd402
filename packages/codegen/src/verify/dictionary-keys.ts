import { mapSubschemas } from "../map-subschemas.js";
import type { JsonSchema, JsonSchemaObject } from "../signature.js";
import type { DocumentedChain } from "./read-document.js";
import { schemaPlaces } from "./schema-places.js";

/** The places of the dictionaries of a chain whose document says what their keys may be. Pydantic before 2.10 says it of none. */
export function dictionaryKeys({ input, output = true }: DocumentedChain): readonly string[] {
  return [...schemaPlaces(input, "input", saysKeys), ...schemaPlaces(output, "output", saysKeys)];
}

/** A chain without what its document says of the keys of dictionaries. */
export function withoutDictionaryKeys({ input, output, ...chain }: DocumentedChain): DocumentedChain {
  return { ...chain, input: withoutKeys(input), ...(output === undefined ? {} : { output: anyWithoutKeys(output) }) };
}

function saysKeys({ propertyNames }: JsonSchemaObject): boolean {
  return propertyNames !== undefined;
}

function withoutKeys(schema: JsonSchemaObject): JsonSchemaObject {
  const result = mapSubschemas(schema, anyWithoutKeys);
  delete result.propertyNames;
  return result;
}

function anyWithoutKeys(schema: JsonSchema): JsonSchema {
  return typeof schema === "boolean" ? schema : withoutKeys(schema);
}
