import { inspect } from "node:util";

/** All that is visible of a value: what a log, a debugger or a report of errors would show of it, bytes as their text. */
export function everythingIn(value: unknown): string {
  const shown = [
    inspect(value, { depth: 10, showHidden: true, getters: true }),
    writtenAsJson(value),
    ...bytesIn(value),
  ];
  if (value instanceof Error) {
    shown.push(value.message, value.stack ?? "", value.cause === undefined ? "" : everythingIn(value.cause));
  }
  return shown.join("\n");
}

/** The texts of the bytes within a value. */
function bytesIn(value: unknown, seen = new Set<unknown>()): string[] {
  if (typeof value !== "object" || value === null || seen.has(value)) return [];
  seen.add(value);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return [new TextDecoder().decode(value)];
  const properties = Object.values(Object.getOwnPropertyDescriptors(value));
  return properties.flatMap(({ value: inner }) => bytesIn(inner, seen));
}

function writtenAsJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch (error) {
    return String(error);
  }
}

/** The forms in which a secret may stand in a text. */
export function formsOf(secret: string): readonly string[] {
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), btoa(secret)];
}
