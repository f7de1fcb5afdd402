import type { JsonSchemaObject } from "../../signature.js";
import { choicesOf } from "./check-scalar.js";
import { textFormats } from "./formats/text-formats.js";
import { kindOf } from "./schema-view.js";

/** Whether a text has half a character of two, as cutting one off leaves it. Python keeps it as it is. */
export function hasHalfCharacter(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}

/** Whether pydantic has to read a text for this schema, which it cannot where there is half a character in it. */
export function readsText(schema: JsonSchemaObject): boolean {
  const choices = choicesOf(schema);
  if (choices !== undefined) return choices.some((choice) => typeof choice === "string");
  const kind = kindOf(schema) ?? "";
  if (["integer", "number", "boolean"].includes(kind)) return true;
  if (kind !== "string") return false;
  const { format = "", minLength, maxLength, pattern } = schema;
  const isConstrained = minLength !== undefined || maxLength !== undefined || pattern !== undefined;
  return isConstrained || format === "binary" || textFormats.has(format);
}
