import type { JsonValue } from "../../signature.js";

/** Whether a JSON value is an object: neither an array nor `null`. */
export function isJsonObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value of a key of its own; what objects inherit (`constructor`, `__proto__`) is not there. */
export function ownValue(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
