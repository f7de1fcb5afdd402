import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { alternativesOf } from "./definitions.js";
import { contentsOf } from "./subschemas.js";

/** The keys that tell the members of a union apart. */
export type Tags = ReadonlySet<string>;

export const noTags: Tags = new Set();

/** The tags that hold for the alternatives of a schema: its own, and those of the union that it is a member of. */
export function tagsOfAlternatives(schema: JsonSchemaObject, tags: Tags): Tags {
  const own = schema.discriminator?.propertyName;
  return own === undefined ? tags : new Set([...tags, own]);
}

/**
 * The tags of each definition that some discriminated union has as a member, directly or through other definitions.
 *
 * Pydantic refuses a value without its tag even where the tag has a default, so that input types must ask for it.
 */
export function tagsByDefinition(
  root: JsonSchema,
  definitions: ReadonlyMap<string, JsonSchema>,
): ReadonlyMap<string, Tags> {
  const found = new Map<string, Tags>();
  const visitReference = (key: string, tags: Tags): void => {
    const before = found.get(key) ?? noTags;
    const after = new Set([...before, ...tags]);
    if (after.size === before.size) return;
    found.set(key, after);
    visit(definitions.get(key) ?? true, after);
  };
  const visit = (schema: JsonSchema, tags: Tags): void => {
    if (typeof schema === "boolean") return;
    if (schema.$ref !== undefined) visitReference(definitionKey(schema.$ref), tags);
    const inherited = tagsOfAlternatives(schema, tags);
    for (const alternative of alternativesOf(schema)) visit(alternative, inherited);
    for (const part of schema.allOf ?? []) visit(part, tags);
    for (const content of contentsOf(schema)) visit(content, noTags);
  };
  for (const schema of [root, ...definitions.values()]) visit(schema, noTags);
  return found;
}
