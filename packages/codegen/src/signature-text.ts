import type { ChainSignature, JsonSchemaObject, JsonValue } from "./signature.js";

/** The order of a document's keys: that of the format. */
const documentKeys = [
  "formatVersion",
  "name",
  "chainName",
  "displayName",
  "description",
  "source",
  "transport",
  "input",
  "output",
  "frames",
] as const satisfies readonly (keyof ChainSignature)[];

/** Keywords that are read first, in this order, and last; those between are sorted. */
const firstKeywords = ["$ref", "title", "description", "type", "const", "enum", "format"];
const lastKeywords = ["default", "examples", "$defs"];

/**
 * A signature as the text of a signature document: two spaces, one newline at the end, and the same bytes whichever
 * reader the signature came from.
 */
export function signatureText(signature: ChainSignature): string {
  const document: Record<string, unknown> = {};
  for (const key of documentKeys) {
    if (signature[key] !== undefined) document[key] = isSchemaKey(key) ? canonical(signature[key]) : signature[key];
  }
  if (signature.frames !== undefined) {
    const { header, item, footer } = signature.frames;
    document["frames"] = {
      ...(header === undefined ? {} : { header: canonical(header) }),
      item: canonical(item),
      ...(footer === undefined ? {} : { footer: canonical(footer) }),
    };
  }
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A schema as plain data, with its keywords in the order that the document has them in. */
export function schemaValue(schema: JsonSchemaObject): JsonValue {
  return JSON.parse(JSON.stringify(canonicalSchema(schema))) as JsonValue;
}

function isSchemaKey(key: string): boolean {
  return key === "input" || key === "output";
}

function canonical(value: unknown): unknown {
  return isSchemaObject(value) ? canonicalSchema(value) : value;
}

function canonicalSchema(schema: JsonSchemaObject): unknown {
  const keys = Object.keys(schema).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, canonicalKeyword(key, schema[key], schema)]));
}

function canonicalKeyword(key: string, value: unknown, schema: JsonSchemaObject): unknown {
  switch (key) {
    case "properties":
    case "patternProperties":
      return schemaMap(value, (keys) => keys);
    case "$defs":
      return schemaMap(value, (keys) => keys.sort());
    case "required":
      return inPropertyOrder(value, schema);
    case "anyOf":
    case "oneOf":
    case "allOf":
    case "prefixItems":
      return Array.isArray(value) ? value.map(canonical) : value;
    case "items":
    case "additionalProperties":
    case "propertyNames":
    case "not":
    case "if":
    case "then":
    case "else":
      return canonical(value);
    default:
      // Plain data, such as a default or an example, is the author's own.
      return value;
  }
}

function schemaMap(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (!isSchemaObject(value)) return value;
  return Object.fromEntries(order(Object.keys(value)).map((key) => [key, canonical(value[key])]));
}

function inPropertyOrder(value: unknown, schema: JsonSchemaObject): unknown {
  if (!Array.isArray(value)) return value;
  const known = Object.keys(schema.properties ?? {});
  const position = (name: unknown): number => known.indexOf(String(name)) + (known.includes(String(name)) ? 0 : 1e6);
  return value.toSorted((a, b) => position(a) - position(b));
}

function rank(keyword: string): number {
  const first = firstKeywords.indexOf(keyword);
  if (first >= 0) return first;
  const last = lastKeywords.indexOf(keyword);
  return last >= 0 ? firstKeywords.length + 1 + last : firstKeywords.length;
}

function isSchemaObject(value: unknown): value is JsonSchemaObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
