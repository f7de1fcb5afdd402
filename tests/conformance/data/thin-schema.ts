import type { JsonSchema, JsonSchemaObject } from "@typed-chains/codegen";
import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";

/**
 * The schema without some of the properties that need not be given. The tag of a union has to be given, though it may
 * have a default.
 */
export function thinSchema(schema: JsonSchemaObject, random: Random): JsonSchemaObject {
  const tags = new Set(tagsIn(schema));
  const keeps = (name: string, required: readonly string[]): boolean =>
    required.includes(name) || tags.has(name) || random.between(0, 1) === 0;
  return thin(schema, keeps);
}

type Keeps = (name: string, required: readonly string[]) => boolean;

function thin(schema: JsonSchemaObject, keeps: Keeps): JsonSchemaObject {
  const { properties, required = [] } = schema;
  const kept = Object.entries(properties ?? {}).filter(([name]) => keeps(name, required));
  const own = properties === undefined ? schema : { ...schema, properties: Object.fromEntries(kept) };
  return Object.fromEntries(
    Object.entries(own).map(([keyword, value]) => [keyword, thinKeyword(keyword, value, keeps)]),
  );
}

function thinKeyword(keyword: string, value: unknown, keeps: Keeps): unknown {
  if (single.has(keyword) && isSchema(value)) return thinAny(value, keeps);
  if (lists.has(keyword) && Array.isArray(value)) return value.filter(isSchema).map((part) => thinAny(part, keeps));
  if (!maps.has(keyword) || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, isSchema(part) ? thinAny(part, keeps) : part]),
  );
}

const single: ReadonlySet<string> = new Set(["items", "additionalProperties"]);
const lists: ReadonlySet<string> = new Set(["prefixItems", "anyOf", "oneOf", "allOf"]);
const maps: ReadonlySet<string> = new Set(["properties", "$defs", "patternProperties"]);

function thinAny(schema: JsonSchema, keeps: Keeps): JsonSchema {
  return typeof schema === "boolean" ? schema : thin(schema, keeps);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "boolean" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

/** The names of the tags of all unions. Whatever else looks like one only keeps a property in its place. */
function tagsIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  const { propertyName } = part as { readonly propertyName?: unknown };
  return [...(typeof propertyName === "string" ? [propertyName] : []), ...Object.values(part).flatMap(tagsIn)];
}
