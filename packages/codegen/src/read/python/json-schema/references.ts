import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";

/** A reference to a definition whose key is not chosen yet, by its number. No name of a user's can look like it. */
const prefix = "#\u0000";

/** Refers to a definition by its number. */
export function numberedReference(index: number): string {
  return `${prefix}${index}`;
}

/** A reference to a key of `$defs`. */
function definitionReference(key: string): string {
  return `#/$defs/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The number that a reference has, or `undefined` where it is no such reference. */
export function referenceNumber(reference: unknown): number | undefined {
  return typeof reference === "string" && reference.startsWith(prefix)
    ? Number(reference.slice(prefix.length))
    : undefined;
}

/** A copy of a schema with the numbers of its references replaced by keys. */
export function mapReferences(schema: JsonSchemaObject, nameOf: (index: number) => string): JsonSchemaObject {
  const copy = (value: unknown): unknown => {
    const index = referenceNumber(value);
    if (index !== undefined) {
      return definitionReference(nameOf(index));
    }
    if (Array.isArray(value)) {
      return value.map(copy);
    }
    return isObject(value) ? copyEntries(value, copy) : value;
  };
  return copyEntries(schema, copy);
}

/** The definitions that a schema refers to. */
export function referencesIn(schema: JsonSchema): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (value: unknown): void => {
    const index = referenceNumber(value);
    if (index !== undefined) {
      found.add(index);
    } else if (typeof value === "object" && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  visit(schema);
  return found;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function copyEntries(
  value: Readonly<Record<string, unknown>>,
  copy: (value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}
