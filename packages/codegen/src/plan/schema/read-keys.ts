import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema, JsonValue } from "../../signature.js";
import { keyword, type TypeNode } from "../type-node.js";
import { enumType } from "./read-literal.js";
import { definitionId, type Reading } from "./reading.js";

/** A key as a schema lists it: a number is written as a text. */
type Key = string | number;

/** The type of an object's keys: some literals, the name of a definition of some, else `string`. */
export function readKeys(schema: JsonSchema | undefined, reading: Reading): TypeNode {
  const values = listedKeys(schema, reading);
  if (values === undefined) return keyword("string");
  const reference = typeof schema === "object" ? schema.$ref : undefined;
  if (reference === undefined) return enumType(values);
  return { kind: "reference", name: definitionId(reading.part, definitionKey(reference)) };
}

/** The keys that an object may have, where its schema lists them. */
export function listedKeys(schema: JsonSchema | undefined, reading: Reading): readonly Key[] | undefined {
  if (typeof schema !== "object") return undefined;
  return schema.$ref === undefined ? keysOf(schema) : keysBehind(schema.$ref, reading, []);
}

/** The keys that a definition lists, or one that it refers to. */
function keysBehind(reference: string, reading: Reading, seen: readonly string[]): readonly Key[] | undefined {
  const key = definitionKey(reference);
  const schema = reading.definitions.get(key);
  if (typeof schema !== "object" || seen.includes(key)) return undefined;
  return schema.$ref === undefined ? keysOf(schema) : keysBehind(schema.$ref, reading, [...seen, key]);
}

/** The keys that a schema lists, if it does nothing else and lists nothing but keys. */
function keysOf(schema: JsonSchema): readonly Key[] | undefined {
  if (typeof schema !== "object" || schema.anyOf || schema.oneOf || schema.allOf) return undefined;
  const values = schema.const === undefined ? schema.enum : [schema.const];
  return values?.length && values.every(isKey) ? values : undefined;
}

function isKey(value: JsonValue): value is Key {
  return typeof value === "string" || Number.isSafeInteger(value);
}
