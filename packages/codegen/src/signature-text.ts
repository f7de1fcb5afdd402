import { mapSubschemas } from "./map-subschemas.js";
import type { ChainSignature, FrameSchemas, JsonSchema, JsonSchemaObject, JsonValue } from "./signature.js";

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
  const whole: ChainSignature = { ...signature, ...canonicalParts(signature) };
  const document = Object.fromEntries(documentKeys.map((key) => [key, whole[key]]));
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** A schema as plain data, with its keywords in the order that the document has them in. */
export function schemaValue(schema: JsonSchemaObject): JsonValue {
  return JSON.parse(JSON.stringify(canonicalObject(schema))) as JsonValue;
}

function canonicalParts({
  input,
  output,
  frames,
}: ChainSignature): Pick<ChainSignature, "input" | "output" | "frames"> {
  return {
    ...(input && { input: canonicalObject(input) }),
    ...(output !== undefined && { output: canonical(output) }),
    ...(frames && { frames: canonicalFrames(frames) }),
  };
}

function canonicalFrames({ header, item, footer }: FrameSchemas): FrameSchemas {
  return {
    ...(header !== undefined && { header: canonical(header) }),
    item: canonical(item),
    ...(footer !== undefined && { footer: canonical(footer) }),
  };
}

function canonical(schema: JsonSchema): JsonSchema {
  return typeof schema === "boolean" ? schema : canonicalObject(schema);
}

/** Plain data, such as a default or an example, is the author's own, and stays as it is. */
function canonicalObject(schema: JsonSchemaObject): JsonSchemaObject {
  const { $defs, required, ...others } = mapSubschemas(schema, canonical);
  const whole: JsonSchemaObject = {
    ...others,
    ...($defs && { $defs: Object.fromEntries(Object.entries($defs).sort(([a], [b]) => (a < b ? -1 : 1))) }),
    ...(required && { required: inPropertyOrder(required, others) }),
  };
  const keys = Object.keys(whole).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return Object.fromEntries(keys.map((key) => [key, whole[key]]));
}

function inPropertyOrder(names: readonly string[], { properties = {} }: JsonSchemaObject): string[] {
  const known = Object.keys(properties);
  const position = (name: string): number => (known.includes(name) ? known.indexOf(name) : known.length);
  return names.toSorted((a, b) => position(a) - position(b));
}

function rank(keyword: string): number {
  const first = firstKeywords.indexOf(keyword);
  if (first >= 0) return first;
  const last = lastKeywords.indexOf(keyword);
  return last >= 0 ? firstKeywords.length + 1 + last : firstKeywords.length;
}
