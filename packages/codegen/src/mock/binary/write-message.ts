import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import { isObject } from "../validation/check-object.js";
import { createCheck } from "../validation/check-value.js";
import type { Check } from "../validation/checking.js";
import { createResolve, type Resolve } from "../validation/resolve-reference.js";
import { alternativesOf, hasType, isDecimal, isNumpy } from "../validation/schema-view.js";
import { floatPart, listPart, mapPart, scalarPart } from "./message-parts.js";
import { unserializable, writeDecimal, writeFormatted } from "./write-formatted.js";
import { writeNumpy } from "./write-numpy.js";

/** What the parts of the writing share. */
interface Writing {
  readonly resolve: Resolve;
  readonly check: Check;
}

/**
 * Makes what writes a result in binary form, as the model server does: bytes as they are where the result is nothing else,
 * else msgpack in which Python's types are told by the schema.
 *
 * The writer throws a MessageError where the server cannot write the result.
 */
export function messageWriter(output: JsonSchema): (result: JsonValue) => Uint8Array {
  const writing = { resolve: createResolve(output), check: createCheck(output, "output") };
  return (result) => {
    const root = writing.resolve(output);
    const isBytes = typeof root === "object" && root.format === "binary" && typeof result === "string";
    return isBytes ? Buffer.from(result) : write(result, output, writing);
  };
}

function write(value: JsonValue, schema: JsonSchema, writing: Writing): Uint8Array {
  const target = writing.resolve(schema);
  if (typeof target === "boolean") return writeKind(value, {}, writing);
  if (isDecimal(target) && typeof value === "string") return writeDecimal(value);
  if (isNumpy(target) && isObject(value)) return writeNumpy(value);
  const alternatives = alternativesOf(target) ?? target.allOf;
  if (alternatives === undefined) return writeKind(value, target, writing);
  return write(value, fittingOf(alternatives, value, writing), writing);
}

/** The alternative that a value is one of. `null` fits a number too, for which it stands as NaN. */
function fittingOf(alternatives: readonly JsonSchema[], value: JsonValue, { check }: Writing): JsonSchema {
  const isNull = (alternative: JsonSchema): boolean => value === null && hasType(alternative, "null");
  const fits = (alternative: JsonSchema): boolean => check(alternative, value, []).length === 0;
  return alternatives.find(isNull) ?? alternatives.find(fits) ?? true;
}

function writeKind(value: JsonValue, schema: JsonSchemaObject, writing: Writing): Uint8Array {
  if (Array.isArray(value)) return writeList(value, schema, writing);
  if (isObject(value)) return writeObject(value, schema, writing);
  if (typeof value === "string") return writeFormatted(value, schema.format ?? "");
  if (schema.type !== "number" || typeof value === "boolean") return scalarPart(value);
  return floatPart(value ?? Number.NaN);
}

function writeList(items: readonly JsonValue[], schema: JsonSchemaObject, writing: Writing): Uint8Array {
  if (schema["uniqueItems"] === true) throw unserializable("set");
  const { prefixItems = [], items: rest = true } = schema;
  return listPart(items.map((item, index) => write(item, prefixItems[index] ?? rest, writing)));
}

function writeObject(value: Record<string, JsonValue>, schema: JsonSchemaObject, writing: Writing): Uint8Array {
  const { properties = {}, additionalProperties = true } = schema;
  const entries = Object.entries(value).map(([key, part]) => {
    return [scalarPart(key), write(part, getOwn(properties, key) ?? additionalProperties, writing)] as const;
  });
  return mapPart(entries);
}
