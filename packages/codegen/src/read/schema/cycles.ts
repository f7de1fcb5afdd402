import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";

/**
 * The definitions that are nothing but themselves: `A` is `B` or a string, and `B` is `A`. No value has such a type, and
 * TypeScript refuses to name it. What lies behind a property or an item may refer back.
 */
export function selfReferences(schema: JsonSchema): readonly string[] {
  const definitions = new Map(Object.entries(typeof schema === "boolean" ? {} : (schema.$defs ?? {})));
  const direct = new Map([...definitions].map(([name, definition]) => [name, directReferences(definition)]));
  return [...direct.keys()].filter((name) => reachesItself(name, direct));
}

function reachesItself(name: string, direct: ReadonlyMap<string, readonly string[]>): boolean {
  const reached = new Set<string>();
  // A list, for definitions may follow each other further than calls can.
  const pending = [...(direct.get(name) ?? [])];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next === name) return true;
    if (reached.has(next)) continue;
    reached.add(next);
    pending.push(...(direct.get(next) ?? []));
  }
  return false;
}

function directReferences(schema: JsonSchema): readonly string[] {
  if (typeof schema === "boolean") return [];
  const own = schema.$ref === undefined ? [] : [definitionKey(schema.$ref)];
  return [...own, ...alternatives(schema).flatMap(directReferences)];
}

function alternatives(schema: JsonSchemaObject): readonly JsonSchema[] {
  return [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
}
