import type { JsonSchema, JsonValue } from "../../signature.js";
import { createCheck } from "../validation/check-value.js";
import { createResolve } from "../validation/resolve-reference.js";
import type { Validator } from "../validation/validator.js";
import { loadFaker } from "./faker.js";
import { createHeight } from "./heights.js";
import { createRandom, type Random } from "./random.js";
import { sampleValue } from "./sample-value.js";
import type { Sampling, Style } from "./sampling.js";

/** Gives the sample of a number: always the same for the same number. */
export type Sampler = (number: number) => JsonValue;

/** How many samples are made before a fitting one is given up; and how many of them are likely ones. */
const attempts = 50;
const likelyAttempts = 25;

/** What a value is called that is no field: what most chains return is a text. */
const nameOfWhole = ["text"];

/**
 * Makes a sampler of an output whose every sample is valid. Gives nothing where none could be made at the start; where
 * a later one cannot be made, that first one stands in for it.
 *
 * @param style - `likely` follows examples, defaults and the names of fields; `any` has more variety.
 */
export async function createSampler(
  schema: JsonSchema,
  validate: Validator,
  seed: number,
  style: Style = "likely",
): Promise<Sampler | undefined> {
  const resolve = createResolve(schema);
  const check = createCheck(schema, "output");
  const fits = (part: JsonSchema, value: JsonValue): boolean => check(part, value, []).length === 0;
  const tools = { resolve, height: createHeight(schema, resolve), faker: await loadFaker(), fits, style };
  const sample = (number: number): JsonValue | undefined => {
    const seeds = createRandom(Math.imul(seed, 0x9e3779b1) ^ number);
    return findValid(schema, validate, seeds, tools);
  };
  const first = sample(0);
  return first === undefined ? undefined : (number) => sample(number) ?? first;
}

function findValid(
  schema: JsonSchema,
  validate: Validator,
  seeds: Random,
  tools: Omit<Sampling, "random">,
): JsonValue | undefined {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const style = attempt < likelyAttempts ? tools.style : "any";
    const value = trySample(schema, { ...tools, style, random: createRandom(seeds.seed()) });
    if (value !== undefined && validate(value).length === 0) return value;
  }
  return undefined;
}

/** The faker throws on some patterns, and a model without an end overflows the stack: neither gives a sample. */
function trySample(schema: JsonSchema, sampling: Sampling): JsonValue | undefined {
  try {
    return sampleValue(schema, { depth: 0, words: nameOfWhole }, sampling);
  } catch {
    return undefined;
  }
}
