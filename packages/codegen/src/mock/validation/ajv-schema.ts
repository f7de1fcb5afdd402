import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { getOwn, setOwn } from "../json/own-property.js";
import type { Side } from "./checking.js";
import { readablePattern } from "./pattern.js";
import { isDecimalText } from "./schema-view.js";

const schemaMaps = ["properties", "$defs", "definitions", "dependentSchemas"];
const schemaLists = ["anyOf", "oneOf", "allOf", "prefixItems"];
const schemas = [
  "items",
  "additionalProperties",
  "propertyNames",
  "contains",
  "not",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
];
const values = [
  "$ref",
  "type",
  "enum",
  "const",
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minContains",
  "maxContains",
  "minProperties",
  "maxProperties",
  "required",
  "dependentRequired",
];
const bytesKeywords = ["minLength", "maxLength"];

/**
 * Makes the schema that ajv compiles: only keywords that are JSON Schema's own, and without those that our own check
 * reads as Python does (formats, patterns, sets, the length of bytes, and which of several members of a union fit).
 */
export function toAjvSchema(schema: JsonSchema, side: Side): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const result: Record<string, unknown> = {};
  for (const keyword of Object.keys(schema)) {
    const converted = convert(schema, keyword, side);
    if (converted !== undefined) setOwn(result, keyword === "oneOf" ? "anyOf" : keyword, converted);
  }
  return adapt(schema, result, side);
}

function convert(schema: JsonSchemaObject, keyword: string, side: Side): unknown {
  const value = schema[keyword];
  if (values.includes(keyword)) return value;
  if (schemas.includes(keyword)) return isSchema(value) ? toAjvSchema(value, side) : value;
  if (schemaLists.includes(keyword)) return Array.isArray(value) ? value.map((item) => convertItem(item, side)) : value;
  if (keyword === "patternProperties") return convertMap(value, side, readablePattern);
  return schemaMaps.includes(keyword) ? convertMap(value, side) : undefined;
}

function convertItem(item: unknown, side: Side): unknown {
  return isSchema(item) ? toAjvSchema(item, side) : item;
}

function convertMap(map: unknown, side: Side, rename = (name: string): string => name): unknown {
  if (!isSchema(map) || typeof map === "boolean") return map;
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(map)) setOwn(result, rename(name), convertItem(member, side));
  return result;
}

function adapt(schema: JsonSchemaObject, result: Record<string, unknown>, side: Side): JsonSchemaObject {
  if (schema.format === "binary") for (const keyword of bytesKeywords) delete result[keyword];
  // ajv leaves `__proto__` out of an object's known properties, so that it would count as an extra one.
  if (getOwn(schema.properties ?? {}, "__proto__") !== undefined) delete result["additionalProperties"];
  if (side === "output" && schema.type === "number" && !isDecimalText(schema)) result["type"] = ["number", "null"];
  return result;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value));
}
