import type { JsonSchemaObject } from "../../signature.js";
import { numberKeyword } from "../validation/schema-view.js";
import { findByName, partOfRange } from "./name-words.js";
import type { Random } from "./random.js";

type Range = readonly [least: number, most: number];

/** The usual ranges of numbers, and the names of those that are in them. */
const ranges: readonly (readonly [range: Range, names: string])[] = [
  [[0, 1], "score confidence probability similarity accuracy likelihood relevance certainty weight ratio threshold"],
  [[-1, 1], "embedding vector logit sentiment"],
  [[1, 5], "rating star"],
  [[1, 9999], "id number"],
  [[1, 10], "page rank level"],
  [[0, 9], "index position offset"],
  [[18, 90], "age"],
  [[2000, 2025], "year"],
  [[1, 12], "month"],
  [[0, 59], "second minute"],
  [[0, 23], "hour"],
  [[100, 2000], "width height"],
  [[1, 500], "price cost amount balance fee"],
  [[-90, 90], "lat latitude"],
  [[-180, 180], "lon lng longitude"],
  [[1_000, 5_000_000], "byte filesize"],
  [[5, 5000], "ms millis milliseconds latency"],
  [[1_700_000_000, 1_760_000_000], "timestamp epoch"],
];

const byName: ReadonlyMap<string, Range> = new Map(
  ranges.flatMap(([range, names]) => names.split(" ").map((name) => [name, range] as const)),
);

/** A number such as people expect under a name, within the bounds. It does not look at multiples. */
export function likelyNumber(schema: JsonSchemaObject, words: readonly string[], random: Random): number {
  const isInteger = schema.type === "integer";
  const [least, most] = within(schema, usualRange(words, isInteger));
  const [from, to] = partOfRange(words);
  const places = isInteger ? 1 : decimalPlaces(most - least);
  const [low, high] = [from, to].map((part) => Math.round((least + part * (most - least)) * places));
  return random.between(low ?? 0, high ?? 0) / places;
}

function usualRange(words: readonly string[], isInteger: boolean): Range {
  const usual = findByName(byName, words);
  // A score that is a whole number is hardly 0 or 1.
  return usual === undefined || (isInteger && usual[1] <= 1) ? [0, 100] : usual;
}

function within(schema: JsonSchemaObject, [least, most]: Range): Range {
  const step = schema.type === "integer" ? 1 : 0.01;
  const above = numberKeyword(schema, "exclusiveMinimum");
  const below = numberKeyword(schema, "exclusiveMaximum");
  const minimum = numberKeyword(schema, "minimum") ?? (above === undefined ? undefined : above + step);
  const maximum = numberKeyword(schema, "maximum") ?? (below === undefined ? undefined : below - step);
  const low = Math.max(least, minimum ?? least);
  const high = Math.min(most, maximum ?? most);
  if (low <= high) return [low, high];
  return minimum === undefined ? [high - 100, high] : [low, Math.min(low + 100, maximum ?? Number.POSITIVE_INFINITY)];
}

/** Hundredths, or ten thousandths of what is small. */
function decimalPlaces(span: number): number {
  return span <= 2 ? 10_000 : 100;
}
