import type { JsonValue } from "../../signature.js";
import { decodeUtf8 } from "./decode-utf8.js";
import { JsonDepthError, JsonTextError, jsonTextErrorAt } from "./json-text-error.js";
import { setOwn } from "./own-property.js";
import { type Scanned, scanString } from "./scan-string.js";

/** How deep values may nest. CPython's own limit is 1000 calls, of which the server has used some. */
const deepest = 900;
/** How many digits CPython turns into an integer. */
const mostDigits = 4300;
/** The largest number before 1e21. A larger integer counts as it, so that what is from 1e21 on was written as a float. */
const largestInteger = 1e21 - 2 ** 17;

const numberToken = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const constants: readonly (readonly [string, JsonValue])[] = [
  ["null", null],
  ["true", true],
  ["false", false],
  ["NaN", Number.NaN],
  ["Infinity", Number.POSITIVE_INFINITY],
  ["-Infinity", Number.NEGATIVE_INFINITY],
];

/**
 * Reads a body as the model server does, by CPython's `json.loads`: NaN and infinities are values, of equal keys the
 * last wins, and the messages are CPython 3.11's.
 *
 * @throws JsonTextError where the bytes are no JSON in UTF-8.
 * @throws JsonDepthError where values nest deeper than Python's decoder follows.
 */
export function parsePythonJson(bytes: Uint8Array): JsonValue {
  const text = decodeUtf8(bytes);
  if (text.startsWith("\ufeff")) throw jsonTextErrorAt("Unexpected UTF-8 BOM (decode using utf-8-sig)", text, 0);
  const { value, end } = scanValue(text, skipSpace(text, 0), 0);
  const rest = skipSpace(text, end);
  if (rest < text.length) throw jsonTextErrorAt("Extra data", text, rest);
  return value;
}

function scanValue(text: string, index: number, depth: number): Scanned<JsonValue> {
  const first = text[index];
  if (first === '"') return scanString(text, index);
  if (first === "{") return scanObject(text, index, enter("object", depth));
  if (first === "[") return scanArray(text, index, enter("array", depth));
  for (const [name, value] of constants) {
    if (text.startsWith(name, index)) return { value, end: index + name.length };
  }
  return scanNumber(text, index);
}

function enter(kind: "array" | "object", depth: number): number {
  if (depth >= deepest) throw new JsonDepthError(kind);
  return depth + 1;
}

function scanNumber(text: string, index: number): Scanned<number> {
  numberToken.lastIndex = index;
  const match = numberToken.exec(text);
  if (match === null) throw jsonTextErrorAt("Expecting value", text, index);
  const [token, whole = "", fraction, exponent] = match;
  const end = index + token.length;
  if (fraction !== undefined || exponent !== undefined) return { value: Number(token), end };
  const digits = whole.replace("-", "").length;
  if (digits > mostDigits) throw tooManyDigits(digits);
  return { value: Math.max(-largestInteger, Math.min(Number(token), largestInteger)), end };
}

function tooManyDigits(digits: number): JsonTextError {
  const limit = `Exceeds the limit (${mostDigits} digits) for integer string conversion`;
  return new JsonTextError(
    `${limit}: value has ${digits} digits; use sys.set_int_max_str_digits() to increase the limit`,
  );
}

function scanArray(text: string, open: number, depth: number): Scanned<JsonValue[]> {
  const items: JsonValue[] = [];
  let index = skipSpace(text, open + 1);
  if (text[index] === "]") return { value: items, end: index + 1 };
  for (;;) {
    const item = scanValue(text, index, depth);
    items.push(item.value);
    index = skipSpace(text, item.end);
    if (text[index] === "]") return { value: items, end: index + 1 };
    if (text[index] !== ",") throw jsonTextErrorAt("Expecting ',' delimiter", text, index);
    index = skipSpace(text, index + 1);
  }
}

function scanObject(text: string, open: number, depth: number): Scanned<JsonValue> {
  const members: Record<string, JsonValue> = {};
  let index = skipSpace(text, open + 1);
  if (text[index] === "}") return { value: members, end: index + 1 };
  for (;;) {
    const key = scanKey(text, index);
    const member = scanValue(text, key.end, depth);
    setOwn(members, key.value, member.value);
    index = skipSpace(text, member.end);
    if (text[index] === "}") return { value: members, end: index + 1 };
    if (text[index] !== ",") throw jsonTextErrorAt("Expecting ',' delimiter", text, index);
    index = skipSpace(text, index + 1);
  }
}

/** Scans a key with its colon; the end is where the value begins. */
function scanKey(text: string, index: number): Scanned<string> {
  if (text[index] !== '"') throw jsonTextErrorAt("Expecting property name enclosed in double quotes", text, index);
  const key = scanString(text, index);
  const colon = skipSpace(text, key.end);
  if (text[colon] !== ":") throw jsonTextErrorAt("Expecting ':' delimiter", text, colon);
  return { value: key.value, end: skipSpace(text, colon + 1) };
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (index < text.length && " \t\n\r".includes(text.charAt(index))) index += 1;
  return index;
}
