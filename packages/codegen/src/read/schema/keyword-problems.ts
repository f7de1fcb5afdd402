import { type Diagnostic, warning } from "../../diagnostics/diagnostic.js";
import type { JsonValue } from "../../signature.js";
import { ownValue } from "../json/is-object.js";
import { keywordsLeftOut } from "./keywords.js";
import type { Entry } from "./modernize.js";
import type { SchemaPlace } from "./reference.js";
import { similarKeyword } from "./similar-keyword.js";

/** A number that cannot be said again. */
export function tooLarge({ keyword, key }: Entry, place: SchemaPlace): Diagnostic {
  return warning("TC116", `${keyword} is not carried over: it has a number that is too large for a float`, {
    location: place.json.locate([...place.path, key]),
    help: "leave it out, or write a number that callers can read",
  });
}

/** An annotation that is not what the standard asks for. It says nothing about the type, so that reading goes on. */
export function unfittingAnnotation({ keyword, key }: Entry, expected: string, place: SchemaPlace): Diagnostic {
  return warning("TC116", `${keyword} is not carried over: it is not ${expected}`, {
    location: place.json.locate([...place.path, key]),
    help: "correct it, or leave it out",
  });
}

/** What stands beside a reference, where the draft that the schema names says that nothing else counts there. */
export function besideReference({ keyword, key }: Entry, place: SchemaPlace): Diagnostic {
  return warning("TC116", `${keyword} is not carried over: before draft 2019-09, nothing beside $ref counts`, {
    location: place.json.locate([...place.path, key]),
    help: "put the reference into allOf, or name a newer draft in $schema",
  });
}

/** What a keyword that is not carried over would have said, where it may matter. */
export function unknownKeyword(entry: Entry, place: SchemaPlace): Diagnostic | undefined {
  return keywordsLeftOut.has(entry.keyword) ? leftOut(entry, place) : misspelt(entry, place);
}

function leftOut({ keyword, key }: Entry, place: SchemaPlace): Diagnostic {
  return warning("TC116", `${keyword} is not carried over: the type is wider than the schema`, {
    location: place.json.locate([...place.path, key]),
    help: "express it with other keywords of JSON Schema, if it matters to callers",
  });
}

/** JSON Schema ignores keywords that it does not know, and a slip of the pen with them. */
function misspelt({ key, value }: Entry, place: SchemaPlace): Diagnostic | undefined {
  const meant = key === "nullable" && value === true ? nullMeant(place.schema) : similarKeyword(key);
  if (meant === undefined) return undefined;
  return warning("TC116", `${key} is not a keyword of JSON Schema: it says nothing about the type`, {
    location: place.json.locate([...place.path, key]),
    help: `write ${meant}, if that is meant`,
  });
}

/** How JSON Schema says what was meant by a `nullable` that means nothing in OpenAPI either, unless it is said besides. */
function nullMeant(schema: JsonValue): string | undefined {
  if (allowsNull(schema)) return undefined;
  if (ownValue(schema, "enum") !== undefined) return "null among the values of enum";
  const isTyped = ownValue(schema, "type") !== undefined && ownValue(schema, "const") === undefined;
  return isTyped ? undefined : '"null" among the types, or in anyOf';
}

function allowsNull(schema: JsonValue): boolean {
  const listOf = (keyword: string): readonly JsonValue[] => [ownValue(schema, keyword) ?? []].flat();
  return (
    listOf("type").includes("null") ||
    listOf("enum").includes(null) ||
    [...listOf("anyOf"), ...listOf("oneOf")].some(allowsNull)
  );
}
