import type { JsonSchema } from "../../signature.js";
import { definitionKey, definitionsOf } from "./definitions.js";
import { subschemasOf } from "./subschemas.js";

/** Whether a value of the schema can hold numbers that are not whole. */
export function sendsFloats(schema: JsonSchema): boolean {
  const definitions = definitionsOf(schema);
  const seen = new Set<string>();
  const visit = (part: JsonSchema): boolean => {
    if (typeof part === "boolean") return false;
    if ([part.type].flat().includes("number")) return true;
    const key = part.$ref === undefined ? undefined : definitionKey(part.$ref);
    const isNew = key !== undefined && !seen.has(key);
    if (isNew) seen.add(key);
    return (isNew && visit(definitions.get(key) ?? true)) || subschemasOf(part).some(visit);
  };
  return visit(schema);
}
