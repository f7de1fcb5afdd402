import { definitionReference } from "../../../definition-reference.js";
import { mapSubschemas } from "../../../map-subschemas.js";
import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";

/** A reference to a definition whose key is not chosen yet, by its number. */
const prefix = "#\u0000";

/** Refers to a definition by its number. */
export function numberedReference(index: number): string {
  return `${prefix}${index}`;
}

/** The number that a reference has, or `undefined` where it is no such reference. */
export function referenceNumber(reference: unknown): number | undefined {
  return typeof reference === "string" && reference.startsWith(prefix)
    ? Number(reference.slice(prefix.length))
    : undefined;
}

/**
 * A copy of a schema with the numbers of its references replaced by keys. Only what stands where a reference stands is
 * one: a default or a description may be any text.
 */
export function mapReferences(schema: JsonSchemaObject, nameOf: (index: number) => string): JsonSchemaObject {
  const named = (reference: string): string => {
    const index = referenceNumber(reference);
    return index === undefined ? reference : definitionReference(nameOf(index));
  };
  const copy = (part: JsonSchema): JsonSchema => (typeof part === "boolean" ? part : copyObject(part));
  const copyObject = (part: JsonSchemaObject): JsonSchemaObject => {
    const { $ref, discriminator } = part;
    return {
      ...mapSubschemas(part, copy),
      ...($ref === undefined ? {} : { $ref: named($ref) }),
      ...(discriminator?.mapping === undefined ? {} : { discriminator: mapTags(discriminator, named) }),
    };
  };
  return copyObject(schema);
}

type Discriminator = NonNullable<JsonSchemaObject["discriminator"]>;

function mapTags(discriminator: Discriminator, named: (reference: string) => string): Discriminator {
  const tags = Object.entries(discriminator.mapping ?? {}).map(([tag, reference]) => [tag, named(reference)] as const);
  return { ...discriminator, mapping: Object.fromEntries(tags) };
}

/** The definitions that a schema refers to. */
export function referencesIn(schema: JsonSchemaObject): ReadonlySet<number> {
  const found = new Set<number>();
  mapReferences(schema, (index) => {
    found.add(index);
    return "";
  });
  return found;
}
