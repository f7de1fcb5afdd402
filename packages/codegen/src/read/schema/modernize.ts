import type { JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";

/** One keyword of a schema, with the key under which its value stands in the document. */
export interface Entry {
  readonly keyword: string;
  readonly value: JsonValue;
  /** The key in the document, for messages: `items` where the value became `prefixItems`. */
  readonly key: string;
}

/**
 * The keywords of a schema in the form of draft 2020-12, whichever draft they were written in: tuples as a list of
 * `items` with `additionalItems`, and exclusive bounds as flags, come from drafts 4 to 2019-09. Beside `type`, OpenAPI 3.0
 * and the validator Ajv know `nullable`, and nobody writes it there to mean nothing.
 */
export function modernEntries(schema: { readonly [key: string]: JsonValue }): readonly Entry[] {
  const hasTuple = Array.isArray(schema["items"]);
  return Object.entries(schema).flatMap(([key, value]): readonly Entry[] => {
    if (key === "items" && Array.isArray(value)) return tupleItems(value);
    if (key === "additionalItems") return hasTuple ? [{ keyword: "items", value, key }] : [];
    if (key === "exclusiveMinimum" || key === "exclusiveMaximum") return exclusiveBound(schema, key, value);
    if (key === "type" && schema["nullable"] === true) return [{ keyword: key, value: withNull(value), key }];
    if (key === "minimum" && schema["exclusiveMinimum"] === true) return [];
    if (key === "maximum" && schema["exclusiveMaximum"] === true) return [];
    return [{ keyword: key, value, key }];
  });
}

/** The types of a schema, null among them. What is no type is left to whoever checks it. */
function withNull(type: JsonValue): JsonValue {
  if (type === "null" || (typeof type !== "string" && !Array.isArray(type))) return type;
  return [...new Set([type, "null"].flat())];
}

function tupleItems(value: readonly JsonValue[]): readonly Entry[] {
  return value.length === 0 ? [] : [{ keyword: "prefixItems", value: [...value], key: "items" }];
}

function exclusiveBound(
  schema: { readonly [key: string]: JsonValue },
  key: "exclusiveMinimum" | "exclusiveMaximum",
  value: JsonValue,
): readonly Entry[] {
  if (typeof value !== "boolean") return [{ keyword: key, value, key }];
  const bound = schema[key === "exclusiveMinimum" ? "minimum" : "maximum"];
  return value && bound !== undefined ? [{ keyword: key, value: bound, key }] : [];
}

/** Whether a schema refers to another one, and where to. */
export function referenceOf(schema: JsonValue): string | undefined {
  const reference = isJsonObject(schema) ? schema["$ref"] : undefined;
  return typeof reference === "string" ? reference : undefined;
}
