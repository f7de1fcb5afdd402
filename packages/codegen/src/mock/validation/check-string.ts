import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import { textFormats } from "./formats/text-formats.js";
import type { Location } from "./location.js";
import { matchesPattern } from "./pattern.js";
import { type Problem, problem } from "./problem.js";
import { numberKeyword } from "./schema-view.js";
import { messages, noMatch, wrongLength } from "./wording.js";

/** Checks a text: a plain one, bytes, or one of a format that Python has a type for. */
export function checkString(schema: JsonSchemaObject, value: JsonValue, location: Location): readonly Problem[] {
  if (schema.format === "binary") return checkBytes(schema, value, location);
  const format = textFormats.get(schema.format ?? "");
  if (typeof value !== "string") return problem(location, format?.typeMessage ?? messages.string);
  const fault = format?.fault(value, schema) ?? findTextFault(schema, value);
  return fault === undefined ? [] : problem(location, fault);
}

/** Bytes travel as UTF-8 text; their length counts bytes. */
function checkBytes(schema: JsonSchemaObject, value: JsonValue, location: Location): readonly Problem[] {
  if (typeof value !== "string") return problem(location, messages.bytes);
  const fault = findLengthFault(schema, "Data", () => Buffer.byteLength(value));
  return fault === undefined ? [] : problem(location, fault);
}

function findTextFault(schema: JsonSchemaObject, text: string): string | undefined {
  const fault = findLengthFault(schema, "String", () => Array.from(text).length);
  if (fault !== undefined || schema.pattern === undefined) return fault;
  return matchesPattern(schema.pattern, text) ? undefined : noMatch(schema.pattern);
}

/** Counts only where a length is asked for: a text may be a file of many megabytes. */
function findLengthFault(schema: JsonSchemaObject, what: "String" | "Data", count: () => number): string | undefined {
  const least = numberKeyword(schema, "minLength");
  const most = numberKeyword(schema, "maxLength");
  if (least === undefined && most === undefined) return undefined;
  const length = count();
  if (least !== undefined && length < least) return wrongLength(what, "least", least);
  if (most !== undefined && length > most) return wrongLength(what, "most", most);
  return undefined;
}
