import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema } from "../../signature.js";
import { definitionsOf } from "./definitions.js";
import { subschemasOf } from "./subschemas.js";

/** Whether a value of the schema can hold numbers that are not whole. */
export function sendsFloats(schema: JsonSchema): boolean {
  const definitions = definitionsOf(schema);
  const reached = new Set<string>();
  const pending: JsonSchema[] = [schema];
  // A list, for references may follow each other further than calls can.
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (typeof part === "boolean") continue;
    if ([part.type].flat().includes("number")) return true;
    const key = part.$ref === undefined ? undefined : definitionKey(part.$ref);
    if (key !== undefined && !reached.has(key)) {
      reached.add(key);
      pending.push(definitions.get(key) ?? true);
    }
    pending.push(...subschemasOf(part));
  }
  return false;
}
