import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import type { Checking } from "./checking.js";
import type { Location } from "./location.js";
import { matchesPattern } from "./pattern.js";
import { type Problem, problem } from "./problem.js";
import { asText, numberKeyword } from "./schema-view.js";
import { messages, noMatch, notInstance, wrongSize } from "./wording.js";

type JsonObject = Readonly<Record<string, JsonValue>>;

/** Checks an object, which is a model in Python where its properties are named, else a dictionary. */
export function checkObject(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (schema.properties === undefined) return checkDictionary(schema, value, location, checking);
  if (!isObject(value)) {
    return problem(location, schema.title === undefined ? messages.dictionary : notInstance(schema.title));
  }
  const fields = Object.entries(schema.properties);
  const required = new Set(schema.required);
  const problems = fields.flatMap(([name, field]) => {
    const member = getOwn(value, name);
    const place = [...location, name];
    if (member !== undefined) return checking.check(field, member, place);
    return required.has(name) ? problem(place, messages.missing) : [];
  });
  return [...problems, ...checkExtras(schema, value, location, checking)];
}

/** Unknown keys come after the fields, in the input's order. Left out of the schema, they are ignored. */
function checkExtras(
  schema: JsonSchemaObject,
  value: JsonObject,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  const { additionalProperties: extras, properties = {} } = schema;
  if (extras === undefined || extras === true) return [];
  return Object.entries(value).flatMap(([name, member]) => {
    if (Object.hasOwn(properties, name)) return [];
    const place = [...location, name];
    return extras === false ? problem(place, messages.extra) : checking.check(extras, member, place);
  });
}

function checkDictionary(
  schema: JsonSchemaObject,
  value: JsonValue,
  location: Location,
  checking: Checking,
): readonly Problem[] {
  if (!isObject(value)) return problem(location, messages.dictionary);
  const entries = Object.entries(value);
  const problems = entries.flatMap(([name, member]) => [
    ...checkKey(schema, name, [...location, name, "[key]"], checking),
    ...checking.check(valueSchema(schema, name), member, [...location, name]),
  ]);
  return problems.length > 0 ? problems : checkSize(schema, entries.length, location);
}

/** What is asked of a key stands in `propertyNames`, but for its pattern: that is the only one of `patternProperties`. */
function checkKey(schema: JsonSchemaObject, name: string, location: Location, checking: Checking): readonly Problem[] {
  const { propertyNames, patternProperties } = schema;
  const problems = propertyNames === undefined ? [] : checking.check(asText(propertyNames), name, location);
  if (problems.length > 0) return problems;
  const [pattern, ...others] = Object.keys(patternProperties ?? {});
  if (pattern === undefined || others.length > 0 || matchesPattern(pattern, name)) return [];
  return problem(location, noMatch(pattern));
}

/** The schema of an entry's value, by its name. */
export function valueSchema(schema: JsonSchemaObject, name: string): JsonSchema {
  const patterns = Object.entries(schema.patternProperties ?? {});
  const matching = patterns.find(([pattern]) => matchesPattern(pattern, name)) ?? patterns[0];
  return matching?.[1] ?? schema.additionalProperties ?? true;
}

function checkSize(schema: JsonSchemaObject, size: number, location: Location): readonly Problem[] {
  const least = numberKeyword(schema, "minProperties");
  const most = numberKeyword(schema, "maxProperties");
  if (least !== undefined && size < least) return problem(location, wrongSize("Dictionary", "least", least, size));
  if (most !== undefined && size > most) return problem(location, wrongSize("Dictionary", "most", most, size));
  return [];
}

/** Whether a value of JSON is an object. */
export function isObject(value: JsonValue): value is { [key: string]: JsonValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
