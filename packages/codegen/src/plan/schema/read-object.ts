import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { documentArgument, documentField } from "../documentation/document-schema.js";
import { partsOf } from "../transform.js";
import { nullable, unionOf } from "../type-building.js";
import { keyword, type Member, type TypeNode } from "../type-node.js";
import { noTags, type Tags } from "./discriminator-tags.js";
import { listedKeys, readKeys } from "./read-keys.js";
import type { Reading, ReadType } from "./reading.js";

/** Where an object stands: the keys that tell it apart in a union, and whether its members are the chain's arguments. */
export interface Place {
  readonly tags: Tags;
  readonly isArguments: boolean;
}

/** The type of an object: one with known keys, one whose keys are data, or both. */
export function readObject(schema: JsonSchemaObject, reading: Reading, place: Place, readType: ReadType): TypeNode {
  const properties = new Map(Object.entries(schema.properties ?? {}));
  const required = new Set(schema.required);
  // The known keys: those with a schema, then those that are only said to be there.
  const members = [...new Set([...properties.keys(), ...required])].map((name) => {
    const optional = !(required.has(name) || place.tags.has(name));
    return readMember({ name, schema: properties.get(name) ?? undeclared(schema), optional }, reading, place, readType);
  });
  const others = otherValues(schema, reading, readType);
  if (members.length === 0) return withoutMembers(schema, reading, others);
  const known = new Set(members.map(({ name }) => name));
  const isComplete = listedKeys(schema.propertyNames, reading)?.every((key) => known.has(String(key))) === true;
  return { kind: "object", members, ...(others && !isComplete && { index: indexType(others, members) }) };
}

/** The schema of a key that is only said to be there. Which pattern it matches is not asked: patterns are of any language. */
function undeclared({ patternProperties, additionalProperties = true }: JsonSchemaObject): JsonSchema {
  const byPattern = Object.values(patternProperties ?? {});
  if (byPattern.length === 0 || additionalProperties === true) return additionalProperties;
  return { anyOf: additionalProperties === false ? byPattern : [...byPattern, additionalProperties] };
}

/** A key of an object, as its schema has it. */
interface Property {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly optional: boolean;
}

function readMember({ name, schema, optional }: Property, reading: Reading, place: Place, readType: ReadType): Member {
  const type = readType(schema, reading, noTags);
  return {
    name,
    type: isNullByDefault(schema, reading, place, optional) ? nullable(type) : type,
    optional,
    acceptsUndefined: false,
    documentation: place.isArguments
      ? documentArgument(schema, optional)
      : documentField(schema, optional || reading.direction === "output"),
  };
}

/**
 * Python does not check defaults: a field `x: int = None` is sent as `null` by the server, though it refuses `null` when
 * it gets one. An argument is another matter: truss makes those with a default accept `null`, which stands for `None`.
 */
function isNullByDefault(schema: JsonSchema, reading: Reading, place: Place, optional: boolean): boolean {
  if (typeof schema === "boolean" || schema.default !== null) return false;
  return reading.direction === "output" || (place.isArguments && optional);
}

/** The type of the keys that are not known by name, where there may be such. */
function otherValues(schema: JsonSchemaObject, reading: Reading, readType: ReadType): TypeNode | undefined {
  const byPattern = Object.values(schema.patternProperties ?? {});
  const additional = schema.additionalProperties ?? false;
  const schemas = additional === false ? byPattern : [...byPattern, additional];
  if (schemas.length === 0) return undefined;
  return unionOf(schemas.map((other) => readType(other, reading, noTags)));
}

/**
 * An index signature speaks of the known keys too, so that it has to allow what they hold. TypeScript does not always
 * find a combination in a union that has it as a member: beside one, anything is allowed.
 */
function indexType(others: TypeNode, members: readonly Member[]): TypeNode {
  const types = [others, ...members.map((member) => member.type)];
  return types.some(hasCombination) ? keyword("unknown") : unionOf(types);
}

function hasCombination(type: TypeNode): boolean {
  return type.kind === "combined" || partsOf(type).some(hasCombination);
}

function withoutMembers(schema: JsonSchemaObject, reading: Reading, others: TypeNode | undefined): TypeNode {
  const isClosed = schema.additionalProperties === false;
  const isOfModel = others === undefined && !isClosed && schema.properties !== undefined;
  if (isOfModel) return { kind: "empty-object", open: false };
  const key = readKeys(schema.propertyNames, reading);
  return { kind: "record", key, value: others ?? keyword(isClosed ? "never" : "unknown"), spelledOut: false };
}
