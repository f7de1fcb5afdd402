import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";
import type { Definition } from "../types/definition.js";
import type { PythonType, UnionType } from "../types/python-type.js";
import type { Generation } from "./generation.js";
import { referenceNumber } from "./references.js";

/** The types that a discriminator tells apart: an alias of a union stands for the members of that. */
export function choicesOf(
  members: readonly PythonType[],
  inside: ReadonlySet<Definition> = new Set(),
): readonly PythonType[] {
  return members.flatMap((member) => {
    if (member.kind !== "reference" || inside.has(member.definition)) return [member];
    const shape = member.definition.shape();
    const isUnion = shape.kind === "type" && shape.type.kind === "union" && shape.type.discriminator === undefined;
    return isUnion ? choicesOf(shape.type.members, new Set([...inside, member.definition])) : [member];
  });
}

/** The schema of a union whose members are told apart by a field, or by a function. */
export function discriminatedSchema(
  members: readonly JsonSchemaObject[],
  discriminator: NonNullable<UnionType["discriminator"]>,
  generation: Generation,
): JsonSchemaObject {
  const oneOf = [...new Map(members.map((member) => [JSON.stringify(member), member])).values()];
  if (discriminator === "function") return { oneOf };
  const propertyName = keyOf(discriminator.field, members, generation);
  // A tag that leads to a union inside the union has no entry: the mapping names definitions only.
  const pairs = members
    .filter(hasReference)
    .flatMap((member) =>
      tagsOf(member, discriminator.field, generation).map((tag): [string, string] => [tag, member.$ref]),
    );
  return { oneOf, discriminator: { propertyName, mapping: Object.fromEntries(pairs) } };
}

/** The key under which the members have the field. */
function keyOf(field: string, members: readonly JsonSchemaObject[], generation: Generation): string {
  const [first] = members.flatMap((member) => leaves(member));
  return first === undefined ? field : (generation.keyOfField(referenceNumber(first.$ref), field) ?? field);
}

function leaves(member: JsonSchemaObject): readonly JsonSchemaObject[] {
  return member.oneOf === undefined ? [member] : member.oneOf.filter(isObject).flatMap(leaves);
}

/** The values of the field that lead to a member, as texts. */
function tagsOf(member: JsonSchemaObject, field: string, generation: Generation): readonly string[] {
  const tags = leaves(member).flatMap((leaf) => {
    const schema = generation.schemaOfField(referenceNumber(leaf.$ref), field);
    return schema === undefined ? [] : valuesOf(schema, generation);
  });
  return [...new Set(tags)];
}

function valuesOf(schema: JsonSchemaObject, generation: Generation): readonly string[] {
  if (schema.anyOf !== undefined) {
    return schema.anyOf.filter(isObject).flatMap((member) => valuesOf(member, generation));
  }
  const single = schema.const === undefined ? undefined : [schema.const];
  const values = single ?? schema.enum ?? generation.enumOf(referenceNumber(schema.$ref)) ?? [];
  return values.flatMap((value) => (typeof value === "object" ? [] : [String(value)]));
}

function hasReference(member: JsonSchemaObject): member is JsonSchemaObject & { $ref: string } {
  return member.$ref !== undefined;
}

function isObject(schema: JsonSchema): schema is JsonSchemaObject {
  return typeof schema === "object";
}
