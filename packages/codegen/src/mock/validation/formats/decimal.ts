import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import { checkBounds } from "../check-number.js";
import type { Location } from "../location.js";
import { type Problem, problem } from "../problem.js";
import { isDecimalText } from "../schema-view.js";
import { messages } from "../wording.js";
import { type DigitLimits, findDigitsFault, readDigitLimits } from "./decimal-digits.js";

const wrongType = "Decimal input should be an integer, float, string or Decimal object";
const wrongText = "Input should be a valid decimal";

/**
 * Checks a Decimal: a number, or a text with what Python's own constructor reads, exponents included. A schema of text
 * alone, as the wire has it, takes no number.
 */
export function checkDecimal(schema: JsonSchemaObject, value: JsonValue, location: Location): readonly Problem[] {
  if (typeof value === "number" && !isDecimalText(schema)) return checkSize(schema, String(value), value, location);
  if (typeof value !== "string") return problem(location, isDecimalText(schema) ? messages.string : wrongType);
  const plain = value.trim().replaceAll("_", "");
  const size = readDecimal(plain);
  return size === undefined ? problem(location, wrongText) : checkSize(schema, plain, size, location);
}

function checkSize(schema: JsonSchemaObject, text: string, size: number, location: Location): readonly Problem[] {
  if (!Number.isFinite(size)) return problem(location, messages.finite);
  const [number] = schema.anyOf ?? [];
  const fault = findDigitsFault(text, digitLimitsOf(schema));
  return fault === undefined
    ? checkBounds(typeof number === "object" ? number : schema, size, location)
    : problem(location, fault);
}

/** How many digits a Decimal may have, by its schema. */
export function digitLimitsOf(schema: JsonSchemaObject): DigitLimits {
  const text = isDecimalText(schema) ? schema : schema.anyOf?.find(isDecimalText);
  return readDigitLimits(typeof text === "object" ? (text.pattern ?? "") : "");
}

/** The size of a Decimal, as near as a number comes; nothing where the text is none. */
function readDecimal(plain: string): number | undefined {
  if (/^[+-]?(?:inf(?:inity)?|s?nan[0-9]*)$/i.test(plain)) return Number.NaN;
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i.test(plain)) return undefined;
  const size = Number(plain);
  return Number.isFinite(size) ? size : Math.sign(size) * Number.MAX_VALUE;
}
