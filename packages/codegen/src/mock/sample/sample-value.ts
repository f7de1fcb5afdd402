import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { setOwn } from "../json/own-property.js";
import { isObject } from "../validation/check-object.js";
import { choicesOf } from "../validation/check-scalar.js";
import { digitLimitsOf } from "../validation/formats/decimal.js";
import { alternativesOf, asText, isDecimal, isNumpy, kindOf, numberKeyword } from "../validation/schema-view.js";
import { exampleOf, tellingDefault } from "./given-value.js";
import { nameWords } from "./name-words.js";
import type { Random } from "./random.js";
import { sampleDecimal, sampleNumpy } from "./sample-format.js";
import { sampleScalar } from "./sample-scalar.js";
import type { Place, Sampling } from "./sampling.js";

/** From this depth on a sample takes the shortest way to its end. */
const deepEnough = 4;

/** Makes a value of a schema. It fits but for keywords that the sampler does not follow: the caller validates it. */
export function sampleValue(schema: JsonSchema, place: Place, sampling: Sampling): JsonValue {
  const target = sampling.resolve(schema);
  if (typeof target === "boolean") return null;
  const example = sampling.style === "likely" ? exampleOf(target, sampling.random) : undefined;
  if (example !== undefined && sampling.fits(target, example)) return example;
  const choices = choicesOf(target);
  if (choices !== undefined) return sampling.random.pick(choices) ?? null;
  const preset = sampling.style === "likely" ? tellingDefault(target) : undefined;
  if (preset !== undefined && sampling.fits(target, preset)) return preset;
  if (isDecimal(target)) return sampleDecimal(sampling.random, digitLimitsOf(target));
  if (isNumpy(target)) return sampleNumpy(sampling.random);
  const alternatives = alternativesOf(target);
  if (alternatives !== undefined) return sampleValue(chooseMember(alternatives, place, sampling), place, sampling);
  if (target.allOf !== undefined) return sampleAll(target.allOf, place, sampling);
  return sampleKind(target, place, sampling);
}

function chooseMember(members: readonly JsonSchema[], { depth }: Place, { height, random }: Sampling): JsonSchema {
  if (depth < deepEnough) return random.pick(members) ?? true;
  return [...members].sort((left, right) => height(left) - height(right))[0] ?? true;
}

/** Objects are laid over each other; of anything else the last part counts. */
function sampleAll(parts: readonly JsonSchema[], place: Place, sampling: Sampling): JsonValue {
  const values = parts.map((part) => sampleValue(part, place, sampling));
  const result: Record<string, JsonValue> = {};
  for (const value of values) {
    if (!isObject(value)) return values.at(-1) ?? null;
    for (const [name, member] of Object.entries(value)) setOwn(result, name, member);
  }
  return result;
}

function sampleKind(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  switch (kindOf(schema)) {
    case "object":
      return sampleObject(schema, place, sampling);
    case "array":
      return sampleArray(schema, place, sampling);
    case undefined:
      return null;
    case "string":
      return isJsonText(schema) ? sampleJsonText(schema, place, sampling) : sampleScalar(schema, place, sampling);
    default:
      return sampleScalar(schema, place, sampling);
  }
}

function isJsonText(schema: JsonSchemaObject): boolean {
  return schema["contentMediaType"] === "application/json" && schema.pattern === undefined;
}

/** The text of a `Json`, which is JSON of what it contains. */
function sampleJsonText(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  return JSON.stringify(sampleValue(schema.contentSchema ?? true, place, sampling));
}

function sampleArray(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  const inside = { ...place, depth: place.depth + 1 };
  const positions = schema.prefixItems ?? [];
  const values = positions.map((position) => sampleValue(position, inside, sampling));
  const size = Math.max(chooseSize(schema, "Items", place, sampling.random), positions.length);
  if (schema.items === false) return values;
  if (schema.items === undefined && schema.prefixItems !== undefined) return values;
  while (values.length < size) values.push(sampleValue(schema.items ?? true, inside, sampling));
  return schema["uniqueItems"] === true ? withoutRepeats(values) : values;
}

function withoutRepeats(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** How many parts a container gets: a few, or as few as it may have where the sample is deep already. */
function chooseSize(schema: JsonSchemaObject, what: "Items" | "Properties", { depth }: Place, random: Random): number {
  const least = numberKeyword(schema, `min${what}`) ?? 0;
  if (depth >= deepEnough) return least;
  const most = Math.min(numberKeyword(schema, `max${what}`) ?? least + 3, least + 3);
  return random.between(Math.min(Math.max(least, 1), most), Math.max(least, most));
}

/** Every field is sent, defaulted or not. */
function sampleObject(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  const result: Record<string, JsonValue> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const inside = { depth: place.depth + 1, words: nameWords(name) };
    setOwn(result, name, sampleValue(field, inside, sampling));
  }
  if (schema.properties === undefined) addEntries(schema, result, place, sampling);
  return result;
}

/** The names of entries are numbers where nothing is said of them: a dictionary of integers has such ones, too. */
function addEntries(
  schema: JsonSchemaObject,
  result: Record<string, JsonValue>,
  place: Place,
  sampling: Sampling,
): void {
  const [pattern, ofPattern] = Object.entries(schema.patternProperties ?? {})[0] ?? [];
  const values = ofPattern ?? schema.additionalProperties ?? true;
  const names = pattern === undefined ? schema.propertyNames : { type: "string", pattern };
  const size = chooseSize(schema, "Properties", place, sampling.random);
  for (let number = 1; number <= size; number += 1) {
    const name = names === undefined ? String(number) : sampleValue(asText(names), place, sampling);
    const inside = { ...place, depth: place.depth + 1 };
    if (typeof name === "string") setOwn(result, name, sampleValue(values, inside, sampling));
  }
}
