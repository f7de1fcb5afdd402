import { definitionKey } from "../../definition-reference.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { alternativesOf, definitionsOf } from "../schema/definitions.js";

/**
 * Whether the result itself is bytes, which the server sends as they are and not as a message: `always`, `sometimes` (then
 * nothing tells the two apart), or `never`.
 */
export function rawBytes(output: JsonSchema): "always" | "sometimes" | "never" {
  const definitions = definitionsOf(output);
  const kinds = new Set<boolean>();
  const reached = new Set<string>();
  const pending: JsonSchema[] = [output];
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    const key = typeof part === "object" && part.$ref !== undefined ? definitionKey(part.$ref) : undefined;
    const alternatives = typeof part === "object" ? alternativesOf(part) : [];
    if (key === undefined && alternatives.length === 0) kinds.add(typeof part === "object" && isBytes(part));
    else if (key !== undefined && !reached.has(key)) pending.push(definitions.get(key) ?? true);
    if (key !== undefined) reached.add(key);
    pending.push(...alternatives);
  }
  if (!kinds.has(true)) return "never";
  return kinds.has(false) ? "sometimes" : "always";
}

function isBytes({ type, format = "" }: JsonSchemaObject): boolean {
  return type === "string" && ["binary", "base64", "base64url"].includes(format);
}
