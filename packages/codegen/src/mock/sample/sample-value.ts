import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { setOwn } from "../json/own-property.js";
import { isJsonText } from "../validation/check-json-text.js";
import { valueSchema } from "../validation/check-object.js";
import { choicesOf } from "../validation/check-scalar.js";
import { digitLimitsOf } from "../validation/formats/decimal.js";
import { asText, isDecimal, isNumpy, kindOf, numberKeyword } from "../validation/schema-view.js";
import { combine, isCombined } from "./combine.js";
import { exampleOf, tellingDefault } from "./given-value.js";
import { nameWords } from "./name-words.js";
import { sampleDecimal, sampleNumpy } from "./sample-format.js";
import { sampleScalar } from "./sample-scalar.js";
import type { Place, Sampling } from "./sampling.js";

/** From this depth on a sample takes the shortest way to its end. */
const deepEnough = 4;

/** From this depth on a container that may be empty is, in any case: a tree has an end. */
const deepest = 8;

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
  if (isCombined(target)) {
    const choose = (members: readonly JsonSchema[]): JsonSchema => chooseMember(members, place, sampling);
    return sampleValue(combine(target, choose, sampling.resolve), place, sampling);
  }
  return sampleKind(target, place, sampling);
}

function chooseMember(members: readonly JsonSchema[], { depth }: Place, { height, random }: Sampling): JsonSchema {
  if (depth < deepEnough) return random.pick(members) ?? true;
  return [...members].sort((left, right) => height(left) - height(right))[0] ?? true;
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

/** The text of a `Json`, which is JSON of what it contains. */
function sampleJsonText(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  return JSON.stringify(sampleValue(schema.contentSchema ?? true, place, sampling));
}

function sampleArray(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  const inside = { ...place, depth: place.depth + 1 };
  const positions = schema.prefixItems ?? [];
  const values = positions.map((position) => sampleValue(position, inside, sampling));
  const size = Math.max(chooseSize(schema, "Items", place, sampling), positions.length);
  if (schema.items === false) return values;
  if (schema.items === undefined && schema.prefixItems !== undefined) return values;
  while (values.length < size) values.push(sampleValue(schema.items ?? true, inside, sampling));
  return schema["uniqueItems"] === true ? withoutRepeats(values) : values;
}

function withoutRepeats(values: readonly JsonValue[]): JsonValue[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** How many parts a container gets: a few, or as few as it may have where the sample is deep already. None is unlikely. */
function chooseSize(
  schema: JsonSchemaObject,
  what: "Items" | "Properties",
  { depth }: Place,
  { random, style }: Sampling,
): number {
  const least = numberKeyword(schema, `min${what}`) ?? 0;
  const most = Math.max(least, Math.min(numberKeyword(schema, `max${what}`) ?? least + 3, least + 3));
  // A list of lists shows what is in it.
  if (depth >= deepEnough) return style === "likely" && depth < deepest ? Math.max(least, Math.min(1, most)) : least;
  return random.between(style === "likely" ? Math.min(Math.max(least, 1), most) : least, most);
}

/** Every field is sent, defaulted or not. */
function sampleObject(schema: JsonSchemaObject, place: Place, sampling: Sampling): JsonValue {
  const result: Record<string, JsonValue> = {};
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const inside = { depth: place.depth + 1, words: nameWords(name) };
    setOwn(result, name, sampleValue(field, inside, sampling));
  }
  if (schema.properties === undefined) addEntries(schema, result, place, sampling);
  for (const name of schema.required ?? []) {
    if (!Object.hasOwn(result, name)) addEntry(schema, name, result, place, sampling);
  }
  return result;
}

/** The names of entries are numbers where nothing is said of them: a dictionary of integers has such ones, too. */
function addEntries(
  schema: JsonSchemaObject,
  result: Record<string, JsonValue>,
  place: Place,
  sampling: Sampling,
): void {
  const [pattern] = Object.keys(schema.patternProperties ?? {});
  const names = pattern === undefined ? schema.propertyNames : { type: "string", pattern };
  const size = chooseSize(schema, "Properties", place, sampling);
  for (let number = 1; number <= size; number += 1) {
    const name = names === undefined ? String(number) : sampleValue(asText(names), place, sampling);
    if (typeof name === "string") addEntry(schema, name, result, place, sampling);
  }
}

function addEntry(
  schema: JsonSchemaObject,
  name: string,
  result: Record<string, JsonValue>,
  place: Place,
  sampling: Sampling,
): void {
  setOwn(result, name, sampleValue(valueSchema(schema, name), { ...place, depth: place.depth + 1 }, sampling));
}
