import type { JsonSchemaObject, JsonValue } from "../../signature.js";
import { JsonDepthError, JsonTextError } from "../json/json-text-error.js";
import { parsePythonJson } from "../json/parse-python-json.js";
import type { Checking } from "./checking.js";
import type { Location } from "./location.js";
import { type Problem, problem } from "./problem.js";
import { messages } from "./wording.js";

/** Whether it describes the text of pydantic's `Json`. Without the schema of what is in it, a media type is a mere note. */
export function isJsonText(schema: JsonSchemaObject): boolean {
  return schema["contentMediaType"] === "application/json" && schema.contentSchema !== undefined;
}

/** Checks a text that is JSON, and what is in it. Of the faults of JSON only a missing value is told as pydantic does. */
export function checkJsonText(
  { contentSchema = true }: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (typeof value !== "string") return problem(location, messages.jsonText);
  const content = parse(value);
  if (content === undefined) return problem(location, value.trim() === "" ? messages.jsonEnd : messages.jsonValue);
  return checking.check(contentSchema, content, location);
}

function parse(text: string): JsonValue | undefined {
  try {
    return parsePythonJson(Buffer.from(text));
  } catch (cause) {
    if (cause instanceof JsonTextError || cause instanceof JsonDepthError) return undefined;
    throw cause;
  }
}
