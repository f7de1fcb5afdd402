import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import { equalJson } from "./equal-json.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { messages, notAmong } from "./wording.js";

/** Checks a value of a literal or an enum. */
export function checkChoice(choices: readonly JsonValue[], value: JsonValue, location: Location): readonly Problem[] {
  const found = choices.some((choice) => equalJson(choice, value));
  return found ? [] : problem(location, notAmong(choices));
}

/** The values that a literal or an enum admits; nothing where it is neither. */
export function choicesOf(schema: JsonSchemaObject): readonly JsonValue[] | undefined {
  if (schema.const !== undefined) return [schema.const];
  return schema.enum;
}

/** Checks a boolean. What pydantic would turn into one, such as `1`, is refused: in TypeScript it is a mistake. */
export function checkBoolean(value: JsonValue, location: Location): readonly Problem[] {
  if (typeof value === "boolean") return [];
  if (typeof value === "string") return problem(location, textMessage(value));
  const isWhole = typeof value === "number" && Number.isInteger(value) && value !== 0 && value !== 1;
  return problem(location, isWhole ? messages.booleanValue : messages.boolean);
}

/** The texts that pydantic would take get the words of its strict mode, which refuses them as the mock does. */
function textMessage(text: string): string {
  const known = /^(?:0|1|f|t|n|y|no|yes|false|true|off|on)$/i;
  return known.test(text) ? messages.boolean : messages.booleanValue;
}

/** Checks Python's `None`. */
export function checkNull(value: JsonValue, location: Location): readonly Problem[] {
  return value === null ? [] : problem(location, messages.none);
}
