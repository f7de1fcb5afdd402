import type { JsonValue } from "../../signature.js";
import type { DigitLimits } from "../validation/formats/decimal-digits.js";
import { partOfRange } from "./name-words.js";
import type { Random } from "./random.js";
import { firstName, word } from "./vocabulary.js";

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** A start is in earlier years than an end. */
function date(random: Random, words: readonly string[]): string {
  const [from, to] = partOfRange(words);
  const year = random.between(20 + Math.ceil(from * 9), 20 + Math.floor(to * 9));
  return `20${twoDigits(year)}-${twoDigits(random.between(1, 12))}-${twoDigits(random.between(1, 28))}`;
}

function time(random: Random): string {
  return [random.between(0, 23), random.between(0, 59), random.between(0, 59)].map(twoDigits).join(":");
}

function uuid(version: number): (random: Random) => string {
  return (random) => {
    const digits = [1, 2, 3, 4].map(() => random.seed().toString(16).padStart(8, "0")).join("");
    const parts = [digits.slice(0, 8), digits.slice(8, 12), `${version}${digits.slice(13, 16)}`];
    return [...parts, `a${digits.slice(17, 20)}`, digits.slice(20)].join("-");
  };
}

function ipv4(random: Random): string {
  return `192.0.2.${random.between(1, 254)}`;
}

function bytes(random: Random): Buffer {
  return Buffer.from(Array.from({ length: random.between(4, 12) }, () => random.between(0, 255)));
}

function path(random: Random): string {
  return `files/${word(random)}-${random.between(1, 99)}.txt`;
}

const samples: ReadonlyMap<string, (random: Random, words: readonly string[]) => string> = new Map([
  ["date-time", (random, words) => `${date(random, words)}T${time(random)}Z`],
  ["date", date],
  ["time", time],
  ["duration", (random) => `P${random.between(0, 9)}DT${random.between(0, 23)}H${random.between(0, 59)}M`],
  ["uuid", uuid(4)],
  ["uuid1", uuid(1)],
  ["uuid3", uuid(3)],
  ["uuid4", uuid(4)],
  ["uuid5", uuid(5)],
  ["uuid6", uuid(6)],
  ["uuid7", uuid(7)],
  ["uuid8", uuid(8)],
  ["uri", (random) => `https://example.com/${random.between(1, 999)}`],
  ["email", (random) => `user${random.between(1, 999)}@example.com`],
  ["name-email", (random) => `${firstName(random)} <user${random.between(1, 999)}@example.com>`],
  ["hostname", (random) => `${word(random)}.example.com`],
  ["uri-reference", (random) => `/${word(random)}/${random.between(1, 999)}`],
  ["path", path],
  ["file-path", path],
  ["directory-path", (random) => `files/${word(random)}`],
  ["ipv4network", () => "192.0.2.0/24"],
  ["ipv6network", () => "2001:db8::/32"],
  ["ipvanynetwork", () => "192.0.2.0/24"],
  ["base64", (random) => bytes(random).toString("base64")],
  ["byte", (random) => bytes(random).toString("base64")],
  // Python pads this form too.
  ["base64url", (random) => bytes(random).toString("base64").replaceAll("+", "-").replaceAll("/", "_")],
  ["ipvanyaddress", ipv4],
  ["ipv4", ipv4],
  ["ipv6", (random) => `2001:db8::${random.between(1, 9999)}`],
]);

/** A text of a format that Python has a type for; nothing for other formats. */
export function sampleFormat(format: string, random: Random, words: readonly string[] = []): string | undefined {
  return samples.get(format)?.(random, words);
}

/** The text of a Decimal: a digit on each side of the point, where it may have one there. */
export function sampleDecimal(random: Random, { digits = 2, places = 1 }: DigitLimits): string {
  const whole = random.between(0, digits > places ? 9 : 0);
  return digits === 0 || places === 0 ? String(whole) : `${whole}.${random.between(1, 9)}`;
}

/** A numpy array of a few floats, as JSON carries it. */
export function sampleNumpy(random: Random): JsonValue {
  const numbers = [1, 2, 3].map(() => random.between(0, 1000) / 8);
  const bytes = Buffer.alloc(numbers.length * 8);
  for (const [index, number] of numbers.entries()) bytes.writeDoubleLE(number, index * 8);
  return { data_b64: bytes.toString("base64"), shape: [numbers.length], dtype: "float64" };
}
