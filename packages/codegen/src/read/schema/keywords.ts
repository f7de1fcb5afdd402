import type { JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";

/** How a keyword's value is built: from schemas inside it, or as plain data. */
export type KeywordForm = "schema" | "schemas" | "schema-map" | "data";

/** A keyword that has a meaning for types or documentation. */
export interface Keyword {
  readonly form: KeywordForm;
  /** Whether plain data has the form that the standard asks for; said in words by `expected`. */
  readonly fits: (value: JsonValue) => boolean;
  readonly expected: string;
  /** Whether it only tells of values, and says nothing about which ones there are. */
  readonly isAnnotation?: true;
}

const isSchema = (value: JsonValue): boolean => typeof value === "boolean" || isJsonObject(value);
const isString = (value: JsonValue): boolean => typeof value === "string";
const isNumber = (value: JsonValue): boolean => typeof value === "number";
const isCount = (value: JsonValue): boolean => typeof value === "number" && value >= 0;
const isBoolean = (value: JsonValue): boolean => typeof value === "boolean";
const isArray = (value: JsonValue): boolean => Array.isArray(value);
const isStrings = (value: JsonValue): boolean => Array.isArray(value) && value.every(isString);

const typeNames = new Set(["null", "boolean", "object", "array", "number", "integer", "string"]);
const isTypeName = (value: JsonValue): boolean => typeof value === "string" && typeNames.has(value);
const isType = (value: JsonValue): boolean =>
  Array.isArray(value) ? value.length > 0 && value.every(isTypeName) : isTypeName(value);
const isDiscriminator = (value: JsonValue): boolean => isJsonObject(value) && typeof value["propertyName"] === "string";

const schema: Keyword = { form: "schema", fits: isSchema, expected: "a schema" };
const schemas: Keyword = {
  form: "schemas",
  fits: (value) => Array.isArray(value) && value.length > 0,
  expected: "a list of at least one schema",
};
const schemaMap: Keyword = { form: "schema-map", fits: isJsonObject, expected: "an object of schemas" };
const text = data(isString, "a string");
const number = data(isNumber, "a number");
const count = data(isCount, "a number of 0 or more");
const flag = data(isBoolean, "true or false");
const note = annotation(isString, "a string");
const mark = annotation(isBoolean, "true or false");

function data(fits: (value: JsonValue) => boolean, expected: string): Keyword {
  return { form: "data", fits, expected };
}

function annotation(fits: (value: JsonValue) => boolean, expected: string): Keyword {
  return { ...data(fits, expected), isAnnotation: true };
}

/**
 * The closed list of keywords that pass from a user's schema into a signature. What is not in it never reaches a later
 * step: a schema cannot smuggle in the private instructions of a library.
 */
export const keywords: ReadonlyMap<string, Keyword> = new Map([
  ["title", note],
  ["description", note],
  ["type", data(isType, "one or several of null, boolean, object, array, number, integer, string")],
  ["enum", data(isArray, "a list of values")],
  ["const", data(() => true, "a value")],
  ["default", annotation(() => true, "a value")],
  ["examples", annotation(isArray, "a list of values")],
  ["deprecated", mark],
  ["readOnly", mark],
  ["writeOnly", mark],
  ["format", text],
  ["pattern", text],
  ["contentEncoding", note],
  ["contentMediaType", note],
  ["contentSchema", schema],
  ["minimum", number],
  ["maximum", number],
  ["exclusiveMinimum", number],
  ["exclusiveMaximum", number],
  ["multipleOf", number],
  ["minLength", count],
  ["maxLength", count],
  ["minItems", count],
  ["maxItems", count],
  ["uniqueItems", flag],
  ["minProperties", count],
  ["maxProperties", count],
  ["properties", schemaMap],
  ["required", data(isStrings, "a list of names")],
  ["additionalProperties", schema],
  ["patternProperties", schemaMap],
  ["propertyNames", schema],
  ["prefixItems", schemas],
  ["items", schema],
  ["anyOf", schemas],
  ["oneOf", schemas],
  ["allOf", schemas],
  ["not", schema],
  ["if", schema],
  ["then", schema],
  ["else", schema],
  ["discriminator", data(isDiscriminator, "an object with propertyName")],
]);

/** Standard keywords that say something about a value's type which is not carried over: each is warned of. */
export const keywordsLeftOut: ReadonlySet<string> = new Set([
  "$dynamicRef",
  "$recursiveRef",
  "unevaluatedProperties",
  "unevaluatedItems",
  "dependentSchemas",
  "dependencies",
]);
