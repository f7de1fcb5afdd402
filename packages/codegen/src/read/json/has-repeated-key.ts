import type { JsonValue } from "../../signature.js";

/** Whether a text of JSON has more keys than its value: `JSON.parse` keeps the last of two that are the same. */
export function hasRepeatedKey(text: string, value: JsonValue): boolean {
  const strings = [...text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g)];
  return strings.filter(([, colon]) => colon !== undefined).length > keysIn(value);
}

function keysIn(value: JsonValue): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner: readonly JsonValue[] = Object.values(value);
  return inner.reduce<number>((sum, one) => sum + keysIn(one), Array.isArray(value) ? 0 : inner.length);
}
