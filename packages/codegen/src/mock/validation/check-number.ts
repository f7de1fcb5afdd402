import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import type { Side } from "./checking.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { numberKeyword } from "./schema-view.js";
import { messages, outsideBound } from "./wording.js";

/** From here on JavaScript writes an exponent, so that Python reads a float; pydantic makes no integer of one so large. */
const firstWithExponent = 1e21;

/**
 * Checks an integer. A number such as `1.0` is one, for JSON written by JavaScript does not tell them apart; text and
 * booleans, which pydantic would take, are refused in the words of its strict mode.
 */
export function checkInteger(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  side: Side,
): readonly Problem[] {
  if (typeof value === "string") {
    return problem(location, isIntegerText(value) ? messages.integer : messages.integerText);
  }
  if (typeof value !== "number") return problem(location, messages.integer);
  if (!Number.isFinite(value)) return problem(location, messages.finite);
  if (!Number.isInteger(value)) return problem(location, messages.fraction);
  if (side === "input" && Math.abs(value) >= firstWithExponent) return problem(location, messages.integerSize);
  return checkBounds(schema, value, location);
}

/** Checks a float. NaN and infinities are floats; coming out of the chain they are `null`. */
export function checkFloat(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  side: Side,
): readonly Problem[] {
  if (value === null && side === "output") return [];
  if (typeof value === "string") return problem(location, isNumberText(value) ? messages.number : messages.numberText);
  if (typeof value !== "number") return problem(location, messages.number);
  return checkBounds(schema, value, location);
}

/** Checks the bounds of a number, in pydantic's order. A NaN is within none. */
export function checkBounds(schema: JsonSchemaObject, value: number, location: Location): readonly Problem[] {
  const multiple = numberKeyword(schema, "multipleOf");
  if (multiple !== undefined && !isMultiple(value, multiple)) {
    return problem(location, outsideBound("a multiple of", multiple));
  }
  for (const [keyword, relation, holds] of bounds) {
    const limit = numberKeyword(schema, keyword);
    if (limit !== undefined && !holds(value, limit)) return problem(location, outsideBound(relation, limit));
  }
  return [];
}

type Bound = readonly [keyword: string, relation: string, holds: (value: number, limit: number) => boolean];

const bounds: readonly Bound[] = [
  ["maximum", "less than or equal to", (value, limit) => value <= limit],
  ["exclusiveMaximum", "less than", (value, limit) => value < limit],
  ["minimum", "greater than or equal to", (value, limit) => value >= limit],
  ["exclusiveMinimum", "greater than", (value, limit) => value > limit],
];

/** The rounding error that pydantic forgives grows with the number. */
function isMultiple(value: number, multiple: number): boolean {
  const remainder = Math.abs(value % multiple);
  const tolerance = Math.abs(value) / 1e9;
  return remainder <= tolerance || Math.abs(remainder - Math.abs(multiple)) <= tolerance;
}

function isIntegerText(text: string): boolean {
  return /^\s*[+-]?[0-9]+(?:_[0-9]+)*(?:\.0*)?\s*$/.test(text);
}

function isNumberText(text: string): boolean {
  if (/^\s*[+-]?(?:inf|infinity|nan)\s*$/i.test(text)) return true;
  return /^\s*[+-]?(?:[0-9][0-9_]*\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?\s*$/i.test(text);
}
