import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";
import type { ArrayType, DecimalType, MappingType, PythonType, UnionType } from "../types/python-type.js";
import { decimalPattern } from "./decimal-pattern.js";
import { choicesOf, discriminatedSchema } from "./discriminated-schema.js";
import type { Generation } from "./generation.js";

/** The schema of a type in the mode of a generation; `undefined` where the type is left out of all schemas. */
export function typeSchema(type: PythonType, generation: Generation): JsonSchemaObject | undefined {
  switch (type.kind) {
    case "plain":
      return { ...type.schema };
    case "decimal":
      return decimalSchema(type, generation);
    case "array":
      return arraySchema(type, generation);
    case "tuple":
      return tupleSchema(type.items, generation);
    case "mapping":
      return mappingSchema(type, generation);
    case "union":
      return unionSchema(type, generation);
    case "nullable":
      return nullableSchema(type.inner, generation);
    case "reference":
      return { $ref: generation.refer(type.definition) };
    case "described": {
      const inner = typeSchema(type.inner, generation);
      generation.mention(type.difference, inner);
      return inner === undefined ? undefined : { ...inner, ...type.keywords };
    }
    case "modal":
      return typeSchema(generation.mode.direction === "validation" ? type.validation : type.serialization, generation);
    case "json-text":
      return {
        type: "string",
        contentMediaType: "application/json",
        contentSchema: schemaOf(type.content, generation),
      };
    case "omitted":
      return undefined;
    case "refused":
      generation.refuse(type);
      return {};
  }
}

/** The schema of a type; of one that is left out, that of anything. */
export function schemaOf(type: PythonType, generation: Generation): JsonSchemaObject {
  return typeSchema(type, generation) ?? {};
}

function decimalSchema(type: DecimalType, { mode }: Generation): JsonSchemaObject {
  const text = { type: "string", pattern: decimalPattern(type) };
  return mode.direction === "validation" ? { anyOf: [{ type: "number", ...type.bounds }, text] } : text;
}

function arraySchema(type: ArrayType, generation: Generation): JsonSchemaObject {
  const base: JsonSchemaObject = { type: "array", items: schemaOf(type.items, generation), ...type.lengths };
  return type.unique ? { ...base, uniqueItems: true } : base;
}

function tupleSchema(items: readonly PythonType[], generation: Generation): JsonSchemaObject {
  const length = items.length;
  const prefixItems = items.map((item) => schemaOf(item, generation));
  const base: JsonSchemaObject = length === 0 ? { type: "array" } : { type: "array", prefixItems };
  return { ...base, minItems: length, maxItems: length };
}

function mappingSchema(type: MappingType, generation: Generation): JsonSchemaObject {
  const { pattern, ...keys } = withoutTitle(schemaOf(type.keys, generation));
  const values = withoutTitle(schemaOf(type.values, generation));
  return {
    type: "object",
    ...(pattern === undefined
      ? { additionalProperties: isEmpty(values) ? true : values }
      : { patternProperties: { [pattern]: values } }),
    ...keyNames(keys),
    ...type.lengths,
  };
}

/** Keys and values of a dictionary are given no title, not even their own. */
function withoutTitle(schema: JsonSchemaObject): JsonSchemaObject {
  const copy = { ...schema };
  delete copy.title;
  return copy;
}

/** What is said of the keys, where there is more to say than that they are strings. */
function keyNames(keys: JsonSchemaObject): JsonSchemaObject {
  const { type, ...rest } = keys;
  const says = keys.$ref !== undefined || (type === "string" && !isEmpty(rest));
  return says ? { propertyNames: rest } : {};
}

function isEmpty(schema: JsonSchemaObject): boolean {
  return Object.keys(schema).length === 0;
}

function unionSchema(type: UnionType, generation: Generation): JsonSchemaObject | undefined {
  generation.mentionAmong(type.members);
  const choices = type.discriminator === undefined ? type.members : choicesOf(type.members);
  const members = choices.flatMap((member): JsonSchemaObject[] => {
    const schema = typeSchema(member, generation);
    return schema === undefined ? [] : [schema];
  });
  if (type.discriminator !== undefined) return discriminatedSchema(members, type.discriminator, generation);
  return members.length === 0 ? undefined : anyOf(members);
}

function nullableSchema(inner: PythonType, generation: Generation): JsonSchemaObject {
  const schema = typeSchema(inner, generation);
  return anyOf(schema === undefined ? [{ type: "null" }] : [schema, { type: "null" }]);
}

/** Flat, each member once; a single member stands for itself. */
function anyOf(members: readonly JsonSchemaObject[]): JsonSchemaObject {
  const flat = members.flatMap((member): readonly JsonSchema[] =>
    member.anyOf !== undefined && Object.keys(member).length === 1 ? member.anyOf : [member],
  );
  const distinct = [...new Map(flat.map((member) => [JSON.stringify(member), member])).values()];
  const [only] = distinct;
  return distinct.length === 1 && typeof only === "object" ? only : { anyOf: distinct };
}
