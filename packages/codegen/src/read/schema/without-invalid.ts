import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";
import { type KeywordForm, keywords } from "./keywords.js";

/** Told what is wrong with a keyword that is left out. */
type Report = (reason: string) => void;

/** Keywords of a schema without those, here and further in, whose values JSON Schema does not allow. */
export function withoutInvalid(given: { readonly [keyword: string]: JsonValue }, report: Report): JsonSchemaObject {
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => {
      const keyword = keywords.get(name);
      const reason = name === "$ref" ? referenceProblem(value) : unfitting(name, value);
      if (reason === undefined) {
        return [[name, keyword === undefined ? value : builtValue(keyword.form, value, report)]];
      }
      report(reason);
      return [];
    }),
  );
}

function referenceProblem(value: JsonValue): string | undefined {
  return typeof value === "string" ? undefined : "$ref is a string";
}

function unfitting(name: string, value: JsonValue): string | undefined {
  const keyword = keywords.get(name);
  return keyword === undefined || keyword.fits(value) ? undefined : `${name} is ${keyword.expected}`;
}

function builtValue(form: KeywordForm, value: JsonValue, report: Report): unknown {
  const inner = (part: JsonValue): JsonSchema => schemaOf(part, report);
  if (form === "schema") return inner(value);
  if (form === "schemas" && Array.isArray(value)) return value.map(inner);
  if (form !== "schema-map" || !isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inner(part)]));
}

function schemaOf(value: JsonValue, report: Report): JsonSchema {
  if (isJsonObject(value)) return withoutInvalid(value, report);
  if (typeof value === "boolean") return value;
  report("a schema is an object, true or false");
  return true;
}
