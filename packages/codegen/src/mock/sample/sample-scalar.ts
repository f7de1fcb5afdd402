import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import { numberKeyword } from "../validation/schema-view.js";
import { likelyNumber } from "./likely-number.js";
import { likelyText } from "./likely-text.js";
import { sampleFormat } from "./sample-format.js";
import type { Place, Sampling } from "./sampling.js";

/** Makes a text, a number, a boolean or null. */
export function sampleScalar(schema: JsonSchemaObject, { words }: Place, sampling: Sampling): JsonValue {
  const { faker, fits, random } = sampling;
  const text = sampleFormat(schema.format ?? "", random, words);
  if (text !== undefined && fits(schema, text)) return text;
  const likely = sampling.style === "likely" ? likelyScalar(schema, words, sampling) : undefined;
  if (likely !== undefined && fits(schema, likely)) return likely;
  return faker(scalarSchema(schema), random.seed());
}

function likelyScalar(
  schema: JsonSchemaObject,
  words: readonly string[],
  { random }: Sampling,
): string | number | undefined {
  if (schema.type === "string") return likelyText(schema, words, random);
  const isNumber = schema.type === "integer" || schema.type === "number";
  return isNumber ? likelyNumber(schema, words, random) : undefined;
}

const scalarKeywords = ["type", "minLength", "maxLength", "pattern", "multipleOf"];

/** Bounds are kept near each other, so that samples look like what people write. */
function scalarSchema(schema: JsonSchemaObject): JsonSchemaObject {
  const result: JsonSchemaObject = {};
  for (const keyword of scalarKeywords) if (schema[keyword] !== undefined) result[keyword] = schema[keyword];
  if (schema.type === "string") return result;
  const isInteger = schema.type === "integer";
  const step = isInteger ? 1 : 1e-3;
  const above = numberKeyword(schema, "exclusiveMinimum");
  const below = numberKeyword(schema, "exclusiveMaximum");
  const least = numberKeyword(schema, "minimum") ?? (above === undefined ? undefined : above + step);
  const most = numberKeyword(schema, "maximum") ?? (below === undefined ? undefined : below - step);
  const span = 100 * (numberKeyword(schema, "multipleOf") ?? 1);
  const minimum = least ?? Math.min(0, (most ?? 0) - span);
  return { ...result, minimum, maximum: most ?? minimum + span };
}
