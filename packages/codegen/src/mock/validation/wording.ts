import type { JsonValue } from "../../signature.js";
import { listChoices } from "./python-repr.js";

/** The fixed messages of pydantic 2.13. */
export const messages = {
  missing: "Field required",
  extra: "Extra inputs are not permitted",
  none: "Input should be None",
  string: "Input should be a valid string",
  unreadable: "Input should be a valid string, unable to parse raw data as a unicode string",
  bytes: "Input should be a valid bytes",
  integer: "Input should be a valid integer",
  integerText: "Input should be a valid integer, unable to parse string as an integer",
  integerSize: "Unable to parse input string as an integer, exceeded maximum size",
  fraction: "Input should be a valid integer, got a number with a fractional part",
  number: "Input should be a valid number",
  numberText: "Input should be a valid number, unable to parse string as a number",
  finite: "Input should be a finite number",
  boolean: "Input should be a valid boolean",
  booleanValue: "Input should be a valid boolean, unable to interpret input",
  jsonText: "JSON input should be string, bytes or bytearray",
  jsonEnd: "Invalid JSON: EOF while parsing a value at line 1 column 0",
  jsonValue: "Invalid JSON: expected value at line 1 column 1",
  list: "Input should be a valid list",
  set: "Input should be a valid set",
  tuple: "Input should be a valid tuple",
  dictionary: "Input should be a valid dictionary",
  taggedObject: "Input should be a valid dictionary or object to extract fields from",
} as const;

/** The message about a value that is not an object, where a model is expected. */
export function notInstance(model: string): string {
  return `Input should be a valid dictionary or instance of ${model}`;
}

/** The message about a value that is none of a literal's or enum's. */
export function notAmong(values: readonly JsonValue[]): string {
  return `Input should be ${listChoices(values)}`;
}

/** The message about a string that its pattern does not match. */
export function noMatch(pattern: string): string {
  return `String should match pattern '${pattern}'`;
}

/** The message about a text or bytes of the wrong length. */
export function wrongLength(what: "String" | "Data", bound: "least" | "most", limit: number): string {
  const unit = what === "String" ? "character" : "byte";
  return `${what} should have at ${bound} ${limit} ${plural(unit, limit)}`;
}

/** The message about a container with too few or too many items. `actual` is `more` where pydantic stops counting. */
export function wrongSize(what: string, bound: "least" | "most", limit: number, actual: number | "more"): string {
  return `${what} should have at ${bound} ${limit} ${plural("item", limit)} after validation, not ${actual}`;
}

/** The message about a number outside a bound. */
export function outsideBound(relation: string, limit: number): string {
  return `Input should be ${relation} ${plainNumber(limit)}`;
}

/** The message about a tag that can not be read. */
export function noTag(property: string): string {
  return `Unable to extract tag using discriminator '${property}'`;
}

/** The message about a tag that is none of the known ones. */
export function unknownTag(tag: string, property: string, expected: readonly string[]): string {
  const tags = expected.join(", ");
  return `Input tag '${tag}' found using '${property}' does not match any of the expected tags: ${tags}`;
}

function plural(unit: string, count: number): string {
  return count === 1 ? unit : `${unit}s`;
}

/** A number without an exponent, as pydantic writes limits. */
function plainNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  return value.toFixed(20).replace(/0+$/, "");
}
