import { definitionKey } from "../../definition-reference.js";
import { impliedTypes } from "../../implied-types.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { combinationOf, unionOf } from "../type-building.js";
import { keyword, type TypeNode } from "../type-node.js";
import { type Tags, tagsOfAlternatives } from "./discriminator-tags.js";
import { readArray } from "./read-array.js";
import { enumType, literalType } from "./read-literal.js";
import { type Place, readObject } from "./read-object.js";
import { definitionId, type Reading } from "./reading.js";

/**
 * The type of a schema: all that its keywords say at once.
 *
 * `not` and `if` can only narrow a type, and TypeScript has no words for what they say: without them the type is wider
 * than the schema, and never wrong. One thing it can say: that nothing is left.
 */
export function readType(schema: JsonSchema, reading: Reading, tags: Tags): TypeNode {
  return readAt(schema, reading, { tags, isArguments: false });
}

/** The type of a chain's arguments. */
export function readArguments(schema: JsonSchema, reading: Reading): TypeNode {
  return readAt(schema, reading, { tags: new Set(), isArguments: true });
}

function readAt(schema: JsonSchema, reading: Reading, place: Place): TypeNode {
  if (typeof schema === "boolean") return keyword(schema ? "unknown" : "never");
  if (allowsEverything(schema["not"])) return keyword("never");
  const parts = [
    ...referencePart(schema, reading),
    ownPart(schema, reading, place),
    ...choices(schema, reading, place),
  ];
  return combinationOf([...parts, ...(schema.allOf ?? []).map((part) => readType(part, reading, place.tags))]);
}

function allowsEverything(schema: unknown): boolean {
  return schema === true || (typeof schema === "object" && schema !== null && Object.keys(schema).length === 0);
}

function referencePart(schema: JsonSchemaObject, reading: Reading): readonly TypeNode[] {
  if (schema.$ref === undefined) return [];
  const key = definitionKey(schema.$ref);
  if (!reading.definitions.has(key)) return [];
  return [{ kind: "reference", name: definitionId(reading.part, key) }];
}

/** What `anyOf` and `oneOf` say; where both are there, both hold. */
function choices(schema: JsonSchemaObject, reading: Reading, place: Place): readonly TypeNode[] {
  const tags = tagsOfAlternatives(schema, place.tags);
  return [schema.anyOf, schema.oneOf]
    .filter((alternatives) => alternatives !== undefined)
    .map((alternatives) => unionOf(alternatives.map((alternative) => readType(alternative, reading, tags))));
}

/** What the schema says without its references and combinators. */
function ownPart(schema: JsonSchemaObject, reading: Reading, place: Place): TypeNode {
  if (schema.const !== undefined) return literalType(schema.const);
  if (schema.enum !== undefined) return enumType(schema.enum);
  return unionOf(typesOf(schema).map((type) => readNamedType(type, schema, reading, place)));
}

/** The schema's `type`, else what its keywords are about. */
function typesOf(schema: JsonSchemaObject): readonly string[] {
  if (schema.type !== undefined) return Array.isArray(schema.type) ? schema.type : [schema.type];
  const types = impliedTypes(schema);
  return types.length === 0 ? ["unknown"] : types;
}

function readNamedType(type: string, schema: JsonSchemaObject, reading: Reading, place: Place): TypeNode {
  switch (type) {
    case "object":
      return readObject(schema, reading, place, readType);
    case "array":
      return readArray(schema, reading, readType);
    case "integer":
      return keyword("number");
    // These two are in schemas of binary calls alone.
    case "bytes":
      return keyword("Uint8Array");
    case "ndarray":
      return keyword("NdArray");
    case "string":
    case "number":
    case "boolean":
    case "null":
      return keyword(type);
    default:
      return keyword("unknown");
  }
}
