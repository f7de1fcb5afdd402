import { bareKey } from "../message/keys.js";
import { markedValue } from "./marked-value.js";

/** Makes the values of a result of what a message holds. No message that was checked is too deep for it. */
export function revive(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  if (Array.isArray(value)) return value.map(revive);
  const marked = markedValue(value as Readonly<Record<string, unknown>>);
  if (marked !== undefined) return marked.value;
  // Makes properties of its own even of keys such as `__proto__`.
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [bareKey(key), revive(part)]));
}
