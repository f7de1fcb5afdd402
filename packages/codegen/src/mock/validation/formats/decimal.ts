import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import { checkBounds } from "../check-number.js";
import type { Location } from "../location.js";
import { type Problem, problem } from "../problem.js";
import { isDecimalText } from "../schema-view.js";
import { messages } from "../wording.js";

const wrongType = "Decimal input should be an integer, float, string or Decimal object";
const wrongText = "Input should be a valid decimal";

/**
 * Checks a Decimal: a number, or a text with what Python's own constructor reads, exponents included. A schema of text
 * alone, as the wire has it, takes no number.
 */
export function checkDecimal(schema: JsonSchemaObject, value: JsonValue, location: Location): readonly Problem[] {
  const [number] = schema.anyOf ?? [];
  const bounds = typeof number === "object" ? number : schema;
  if (typeof value === "number" && !isDecimalText(schema)) return checkFinite(bounds, value, location);
  if (typeof value !== "string") {
    return problem(location, isDecimalText(schema) ? messages.string : wrongType);
  }
  const size = readDecimal(value);
  return size === undefined ? problem(location, wrongText) : checkFinite(bounds, size, location);
}

function checkFinite(bounds: JsonSchemaObject, value: number, location: Location): readonly Problem[] {
  return Number.isFinite(value) ? checkBounds(bounds, value, location) : problem(location, messages.finite);
}

/** The size of a Decimal, as near as a number comes; nothing where the text is none. */
function readDecimal(text: string): number | undefined {
  const plain = text.trim().replaceAll("_", "");
  if (/^[+-]?(?:inf(?:inity)?|s?nan[0-9]*)$/i.test(plain)) return Number.NaN;
  if (!/^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?$/i.test(plain)) return undefined;
  const size = Number(plain);
  return Number.isFinite(size) ? size : Math.sign(size) * Number.MAX_VALUE;
}
