import { mapSubschemas } from "../../map-subschemas.js";
import type { ChainSignature, FrameSchemas, JsonSchema, JsonSchemaObject } from "../../signature.js";
import { splitDocstring } from "./split-docstring.js";

/**
 * Moves what docstrings say of single arguments and fields to where editors show it: from the chain to its arguments,
 * from a class to its fields.
 */
export function describeFields(signature: ChainSignature): ChainSignature {
  const { input, output, frames, ...rest } = signature;
  const described = {
    ...rest,
    ...(output !== undefined && { output: describeAll(output) }),
    ...(frames && { frames: describeFrames(frames) }),
  };
  if (input?.properties === undefined) return { ...described, ...(input && { input }) };
  const whole = describeObject(mapSubschemas(input, describeAll));
  const { description, properties } = moveDown(signature.description, whole.properties ?? {});
  return { ...described, ...(description !== undefined && { description }), input: { ...whole, properties } };
}

function describeFrames(frames: FrameSchemas): FrameSchemas {
  const { header, item, footer } = frames;
  return {
    ...(header !== undefined && { header: describeAll(header) }),
    item: describeAll(item),
    ...(footer !== undefined && { footer: describeAll(footer) }),
  };
}

function describeAll(schema: JsonSchema): JsonSchema {
  return typeof schema === "boolean" ? schema : describeObject(mapSubschemas(schema, describeAll));
}

function describeObject(schema: JsonSchemaObject): JsonSchemaObject {
  if (schema.properties === undefined) return schema;
  const { description, properties } = moveDown(schema.description, schema.properties);
  return { ...schema, ...(description !== undefined && { description }), properties };
}

type Properties = Readonly<Record<string, JsonSchema>>;

/** Takes out of a description what it says of single fields, and adds it to theirs. */
function moveDown(
  description: string | undefined,
  properties: Properties,
): { readonly description: string | undefined; readonly properties: Record<string, JsonSchema> } {
  const { text, fields } = splitDocstring(description ?? "", new Set(Object.keys(properties)));
  if (fields.size === 0) return { description, properties };
  const described = Object.entries(properties).map(
    ([name, schema]) => [name, withDescription(schema, fields.get(name))] as const,
  );
  return { description: text, properties: Object.fromEntries(described) };
}

function withDescription(schema: JsonSchema, text = ""): JsonSchema {
  if (schema === false) return schema;
  const own = schema === true ? {} : schema;
  const texts = withoutDuplicate(own.description ?? "", text);
  return texts.length === 0 ? schema : { ...own, description: texts.join("\n\n") };
}

/** Two texts about the same field. Where one says in the same words what the other says and no more, it is left out. */
function withoutDuplicate(own: string, documented: string): readonly string[] {
  const [first, second] = [wordsOf(own), wordsOf(documented)];
  if (first.includes(second)) return own === "" ? [] : [own];
  return second.includes(first) ? [documented] : [own, documented];
}

/** It begins only where the marks do, or a long row of them within a word would be read from each of them. */
const marksAtEnd = /(?<![`'").,;:!])[`'").,;:!]+$/;

/** The words of a text, each between spaces, without case, articles and the punctuation around them. */
function wordsOf(text: string): string {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .map((word) => word.replace(/^[`'"(]+/, "").replace(marksAtEnd, ""));
  const telling = words.filter((word) => !["", "a", "an", "the"].includes(word));
  return telling.length === 0 ? "" : ` ${telling.join(" ")} `;
}
