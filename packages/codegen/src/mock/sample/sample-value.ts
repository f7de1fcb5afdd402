import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { setOwn } from "../json/own-property.js";
import { isObject } from "../validation/check-object.js";
import { choicesOf } from "../validation/check-scalar.js";
import { digitLimitsOf } from "../validation/formats/decimal.js";
import type { Resolve } from "../validation/resolve-reference.js";
import { alternativesOf, asText, isDecimal, isNumpy, kindOf, numberKeyword } from "../validation/schema-view.js";
import type { Faker } from "./faker.js";
import type { Height } from "./heights.js";
import type { Random } from "./random.js";
import { sampleDecimal, sampleFormat, sampleNumpy } from "./sample-format.js";

/** What the parts of a sampler share. */
export interface Sampling {
  readonly resolve: Resolve;
  readonly height: Height;
  readonly faker: Faker;
  readonly random: Random;
}

/** From this depth on a sample takes the shortest way to its end. */
const deepEnough = 4;

/** Makes a value of a schema. It fits but for keywords that the sampler does not follow: the caller validates it. */
export function sampleValue(schema: JsonSchema, depth: number, sampling: Sampling): JsonValue {
  const target = sampling.resolve(schema);
  if (typeof target === "boolean") return null;
  const choices = choicesOf(target);
  if (choices !== undefined) return sampling.random.pick(choices) ?? null;
  if (isDecimal(target)) return sampleDecimal(sampling.random, digitLimitsOf(target));
  if (isNumpy(target)) return sampleNumpy(sampling.random);
  const alternatives = alternativesOf(target);
  if (alternatives !== undefined) return sampleValue(chooseMember(alternatives, depth, sampling), depth, sampling);
  if (target.allOf !== undefined) return sampleAll(target.allOf, depth, sampling);
  return sampleKind(target, depth, sampling);
}

function chooseMember(members: readonly JsonSchema[], depth: number, { height, random }: Sampling): JsonSchema {
  if (depth < deepEnough) return random.pick(members) ?? true;
  return [...members].sort((left, right) => height(left) - height(right))[0] ?? true;
}

/** Objects are laid over each other; of anything else the last part counts. */
function sampleAll(parts: readonly JsonSchema[], depth: number, sampling: Sampling): JsonValue {
  const values = parts.map((part) => sampleValue(part, depth, sampling));
  const result: Record<string, JsonValue> = {};
  for (const value of values) {
    if (!isObject(value)) return values.at(-1) ?? null;
    for (const [name, member] of Object.entries(value)) setOwn(result, name, member);
  }
  return result;
}

function sampleKind(schema: JsonSchemaObject, depth: number, sampling: Sampling): JsonValue {
  switch (kindOf(schema)) {
    case "object":
      return sampleObject(schema, depth, sampling);
    case "array":
      return sampleArray(schema, depth, sampling);
    case undefined:
      return null;
    default:
      return sampleScalar(schema, sampling);
  }
}

function sampleScalar(schema: JsonSchemaObject, { faker, random }: Sampling): JsonValue {
  const text = sampleFormat(schema.format ?? "", random);
  return text ?? faker(scalarSchema(schema), random.seed());
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

function sampleArray(schema: JsonSchemaObject, depth: number, sampling: Sampling): JsonValue {
  const positions = schema.prefixItems ?? [];
  const values = positions.map((position) => sampleValue(position, depth + 1, sampling));
  const size = Math.max(chooseSize(schema, "Items", depth, sampling.random), positions.length);
  if (schema.items === false) return values;
  if (schema.items === undefined && schema.prefixItems !== undefined) return values;
  while (values.length < size) values.push(sampleValue(schema.items ?? true, depth + 1, sampling));
  return schema["uniqueItems"] === true ? withoutRepeats(values) : values;
}

function withoutRepeats(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** How many parts a container gets: a few, or as few as it may have where the sample is deep already. */
function chooseSize(schema: JsonSchemaObject, what: "Items" | "Properties", depth: number, random: Random): number {
  const least = numberKeyword(schema, `min${what}`) ?? 0;
  const most = numberKeyword(schema, `max${what}`) ?? least + 3;
  return depth < deepEnough ? random.between(least, Math.max(least, Math.min(most, least + 3))) : least;
}

/** Every field is sent, defaulted or not. */
function sampleObject(schema: JsonSchemaObject, depth: number, sampling: Sampling): JsonValue {
  const result: Record<string, JsonValue> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    setOwn(result, name, sampleValue(field, depth + 1, sampling));
  }
  if (schema.properties === undefined) addEntries(schema, result, depth, sampling);
  return result;
}

function addEntries(
  schema: JsonSchemaObject,
  result: Record<string, JsonValue>,
  depth: number,
  sampling: Sampling,
): void {
  const [pattern, ofPattern] = Object.entries(schema.patternProperties ?? {})[0] ?? [];
  const values = ofPattern ?? schema.additionalProperties ?? true;
  const names = pattern === undefined ? schema.propertyNames : { type: "string", pattern };
  for (let left = chooseSize(schema, "Properties", depth, sampling.random); left > 0; left -= 1) {
    const name = names === undefined ? `key${left}` : sampleValue(asText(names), depth, sampling);
    if (typeof name === "string") setOwn(result, name, sampleValue(values, depth + 1, sampling));
  }
}
