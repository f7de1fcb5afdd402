import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema } from "../../signature.js";

/** The keys of the definitions that say what kind of value they allow. */
export function definitionsWithType(definitions: ReadonlyMap<string, JsonSchema>): ReadonlySet<string> {
  const found = new Set<string>();
  // Each that does may make others do that refer to it.
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const [key, schema] of definitions) if (!found.has(key) && saysType(schema, found)) found.add(key);
  }
  return found;
}

/** Whether a schema says what kind of value it allows: by itself, by what it refers to, or by all that it combines. */
export function saysType(schema: JsonSchema, withType: ReadonlySet<string>): boolean {
  if (typeof schema === "boolean") return !schema;
  if (["type", "enum", "const"].some((keyword) => Object.hasOwn(schema, keyword))) return true;
  if (schema.$ref !== undefined && withType.has(definitionKey(schema.$ref))) return true;
  const says = (part: JsonSchema): boolean => saysType(part, withType);
  const choices = [schema.anyOf ?? [], schema.oneOf ?? []].filter((choice) => choice.length > 0);
  return (schema.allOf ?? []).some(says) || choices.some((choice) => choice.every(says));
}
