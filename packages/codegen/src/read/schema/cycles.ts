import type { JsonSchema, JsonSchemaObject } from "../../signature.js";

/**
 * The definitions that are nothing but themselves: `A` is `B` or a string, and `B` is `A`. No value has such a type, and
 * TypeScript refuses to name it. What lies behind a property or an item may refer back.
 */
export function selfReferences(schema: JsonSchema): readonly string[] {
  const definitions = new Map(Object.entries(typeof schema === "boolean" ? {} : (schema.$defs ?? {})));
  return [...definitions.keys()].filter((name) => reaches(name, name, definitions, new Set()));
}

function reaches(from: string, goal: string, definitions: ReadonlyMap<string, JsonSchema>, seen: Set<string>): boolean {
  return directReferences(definitions.get(from) ?? true).some((name) => {
    if (name === goal) return true;
    if (seen.has(name)) return false;
    seen.add(name);
    return reaches(name, goal, definitions, seen);
  });
}

function directReferences(schema: JsonSchema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const own = schema.$ref === undefined ? [] : [definitionName(schema.$ref)];
  return [...own, ...alternatives(schema).flatMap(directReferences)];
}

function alternatives(schema: JsonSchemaObject): readonly JsonSchema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
}

/** The key of `$defs` that a normalised reference names. */
export function definitionName(reference: string): string {
  return reference.slice("#/$defs/".length).replaceAll("~1", "/").replaceAll("~0", "~");
}
