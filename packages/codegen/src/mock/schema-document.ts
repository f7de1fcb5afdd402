import { isDeepStrictEqual } from "node:util";
import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../signature.js";
import { inputSchema } from "./input-schema.js";
import { omit, setOwn } from "./json/own-property.js";
import { pythonTypeName } from "./python-type-name.js";
import { alternativesOf, isDecimal, isNumpy } from "./validation/schema-view.js";

/**
 * The document that the container serves about its types, as near as a signature comes to it. Real servers describe the
 * output by its validation schema: there computed fields are missing, defaulted ones are not required, and numpy arrays
 * have `data` for `data_b64`. What a signature does not hold, such as aliases of the output, is not in it. Of a websocket
 * there is none.
 *
 * @param result - The result as the document has it, where it is known better than from the signature.
 */
export function schemaDocument(signature: ChainSignature, result: JsonSchema = signature.output ?? true): unknown {
  const { transport } = signature;
  if (transport === "websocket") return undefined;
  const isStream = transport !== "json";
  return {
    input_schema: describe(inputSchema(signature)),
    output_schema: isStream ? null : describe(titled(result)),
    supports_streaming: isStream,
  };
}

function titled(output: JsonSchema): JsonSchema {
  const schema = typeof output === "boolean" ? {} : output;
  return { ...schema, title: `RootModel[${pythonTypeName(output, output)}]` };
}

/** Rewrites a schema of the wire into pydantic's validation schema, with its order of keys. */
function describe(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (isNumpy(schema)) return numpyDocument(schema);
  if (isDecimal(schema)) return decimalDocument(schema);
  const result: Record<string, unknown> = {};
  for (const keyword of Object.keys(schema).sort()) setOwn(result, keyword, describeKeyword(schema, keyword));
  return dropUnsent(result, schema);
}

function describeKeyword(schema: JsonSchemaObject, keyword: string): unknown {
  const value = schema[keyword];
  if (keyword === "properties" || keyword === "$defs" || keyword === "patternProperties") {
    return describeMap(schema[keyword] ?? {}, keyword);
  }
  // The two halves of a Decimal are described as one: its number has the bounds, and its text stands for no other one.
  if (keyword === "anyOf") return flattened((alternativesOf(schema) ?? []).map(describe));
  if (isSchemaList(keyword, value)) return value.map(describe);
  const isSchema = keyword === "items" || keyword === "additionalProperties" || keyword === "contentSchema";
  return isSchema ? describe(schema[keyword] ?? true) : value;
}

/** A choice within a choice is part of it, and nothing is a choice twice: pydantic writes `Decimal | None` as three. */
function flattened(members: readonly JsonSchema[]): readonly JsonSchema[] {
  const all = members.flatMap((member) => (isPlainChoice(member) ? member.anyOf : [member]));
  return all.filter((member, index) => all.findIndex((other) => isDeepStrictEqual(other, member)) === index);
}

function isPlainChoice(schema: JsonSchema): schema is JsonSchemaObject & { readonly anyOf: JsonSchema[] } {
  return typeof schema === "object" && schema.anyOf !== undefined && Object.keys(schema).length === 1;
}

function isSchemaList(keyword: string, value: unknown): value is readonly JsonSchema[] {
  return Array.isArray(value) && ["oneOf", "allOf", "prefixItems"].includes(keyword);
}

function describeMap(map: Readonly<Record<string, JsonSchema>>, keyword: string): Record<string, JsonSchema> {
  const result: Record<string, JsonSchema> = {};
  const names = Object.keys(map);
  if (keyword === "$defs") names.sort();
  for (const name of names) setOwn(result, name, describe(map[name] ?? true));
  return result;
}

/** Leaves out computed fields, and the defaulted ones from what is required. */
function dropUnsent(result: Record<string, unknown>, schema: JsonSchemaObject): JsonSchemaObject {
  const { properties, required = [] } = schema;
  if (properties === undefined) return result;
  const computed = Object.keys(properties).filter((name) => isComputed(properties[name]));
  const given = required.filter((name) => !computed.includes(name) && !hasDefault(properties[name]));
  const kept = omit(describeMap(properties, "properties"), computed);
  const entries = Object.entries({ ...result, properties: kept, required: given });
  return Object.fromEntries(entries.filter(([keyword]) => keyword !== "required" || given.length > 0));
}

function isComputed(field: JsonSchema | undefined): boolean {
  return typeof field === "object" && field["readOnly"] === true;
}

function hasDefault(field: JsonSchema | undefined): boolean {
  return typeof field === "object" && field.default !== undefined;
}

/** The document is wrong about arrays, and the mock with it: readers of the document have to know it that way. */
function numpyDocument(schema: JsonSchemaObject): JsonSchema {
  return {
    properties: {
      data: { format: "byte", type: "string" },
      shape: { items: { type: "integer" }, minItems: 1, type: "array" },
      dtype: { type: "string" },
    },
    required: ["data", "shape", "dtype"],
    ...(schema.title === undefined ? {} : { title: schema.title }),
    type: "object",
  };
}

/** Of what is sent a schema has the text alone; what is validated may be a number too. */
function decimalDocument(schema: JsonSchemaObject): JsonSchema {
  const written = { pattern: schema.pattern ?? "", type: "string" };
  const [number = { type: "number" }, text = written] = schema.anyOf ?? [];
  return sorted({ ...omit(schema, ["pattern", "type"]), anyOf: [sorted(number), sorted(text)] });
}

function sorted(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  return Object.fromEntries(Object.entries(schema).sort(([left], [right]) => (left < right ? -1 : 1)));
}
