import { definitionReference } from "../../definition-reference.js";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import { isJsonObject } from "../json/is-object.js";
import type { JsonFile, JsonPath } from "../json/json-file.js";
import { createDefinitionNames, type DefinitionNames } from "./definition-names.js";
import type { Documents } from "./documents.js";
import { besideReference, tooLarge, unfittingAnnotation, unknownKeyword } from "./keyword-problems.js";
import { type Keyword, keywords } from "./keywords.js";
import { type Entry, modernEntries, referenceOf } from "./modernize.js";
import type { Places } from "./open-ends.js";
import { resolveReference, type SchemaPlace } from "./reference.js";
import { resourceAround, resourcesOf } from "./resources.js";

/** What normalising works with and reports to. */
export interface NormalizeContext {
  readonly documents: Documents;
  /** The only folder whose files a reference may lead to. */
  readonly folder: string;
  readonly report: (diagnostic: Diagnostic) => void;
  /** Where to note what each schema was, for those who have to tell of it. */
  readonly places?: Places;
}

interface Run extends NormalizeContext {
  readonly names: DefinitionNames;
  readonly pending: { readonly name: string; readonly place: SchemaPlace }[];
}

/**
 * Brings a schema of any draft into the one form that the later steps know: draft 2020-12, a closed list of keywords,
 * every reference a `#/$defs/…` of its own root, and only the definitions that are reached.
 */
export function normalizeSchema(
  json: JsonFile,
  path: JsonPath,
  value: JsonValue,
  context: NormalizeContext,
): JsonSchema {
  const run: Run = { ...context, names: createDefinitionNames(), pending: [] };
  const place: SchemaPlace = { json, root: path, path, schema: value };
  const root = convert(place, run);
  const definitions = new Map<string, JsonSchema>();
  for (const { name, place } of run.pending) definitions.set(name, convert(place, run));
  if (typeof root === "boolean" || definitions.size === 0) return root;
  return noted(
    { ...root, $defs: Object.fromEntries([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))) },
    place,
    run,
  );
}

function convert(place: SchemaPlace, run: Run): JsonSchema {
  const { schema } = place;
  if (typeof schema === "boolean") return schema;
  if (!isJsonObject(schema)) {
    reportInvalid(place, [], "a schema is an object, true or false", run);
    return true;
  }
  const converted: [string, unknown][] = [];
  const reference = referenceOf(schema);
  if (reference !== undefined) converted.push(...convertReference(reference, place, run));
  else if (Object.hasOwn(schema, "$ref")) reportInvalid(place, ["$ref"], "$ref is a string", run);
  const isAlone = reference !== undefined && resourceAround(resourcesOf(place.json), place.path).hasLoneReferences;
  for (const entry of modernEntries(schema)) converted.push(...convertKeyword(entry, isAlone, place, run));
  return noted(Object.fromEntries(converted), place, run);
}

function noted(schema: JsonSchemaObject, place: SchemaPlace, { places }: Run): JsonSchemaObject {
  places?.set(schema, place);
  return schema;
}

function convertReference(reference: string, place: SchemaPlace, run: Run): [string, unknown][] {
  const resolution = resolveReference(reference, place, run.folder, run.documents);
  if (!resolution.ok) {
    if (resolution.diagnostic !== undefined) run.report(resolution.diagnostic);
    return [];
  }
  const { name, isNew } = run.names.nameOf(resolution.place);
  if (isNew) run.pending.push({ name, place: resolution.place });
  return [["$ref", definitionReference(name)]];
}

/** @param isBeside - whether it stands beside a reference that is all that counts. What is told of values there is kept. */
function convertKeyword(entry: Entry, isBeside: boolean, place: SchemaPlace, run: Run): [string, unknown][] {
  const keyword = keywords.get(entry.keyword);
  if (keyword === undefined) {
    const problem = unknownKeyword(entry, place);
    if (problem !== undefined) run.report(problem);
    return [];
  }
  if (isBeside && keyword.isAnnotation !== true) {
    run.report(besideReference(entry, place));
    return [];
  }
  if (!keyword.fits(entry.value)) {
    if (keyword.isAnnotation === true) run.report(unfittingAnnotation(entry, keyword.expected, place));
    else reportInvalid(place, [entry.key], `${entry.key} is ${keyword.expected}`, run);
    return [];
  }
  if (keyword.form === "data" && !isSayable(entry.value)) {
    run.report(tooLarge(entry, place));
    return [];
  }
  return [[entry.keyword, convertValue(keyword, entry, place, run)]];
}

function convertValue(keyword: Keyword, { key, value }: Entry, place: SchemaPlace, run: Run): unknown {
  const child = (schema: JsonValue, ...more: JsonPath): JsonSchema =>
    convert({ ...place, path: [...place.path, key, ...more], schema }, run);
  switch (keyword.form) {
    case "data":
      return value;
    case "schema":
      return child(value);
    case "schemas":
      return Array.isArray(value) ? value.map((item, index) => child(item, index)) : [];
    case "schema-map":
      // fromEntries makes own properties, also of `__proto__`.
      return isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, child(item, name)]))
        : {};
  }
}

/** JSON text can have numbers that are infinite where they are read; written again, they would be null. */
function isSayable(value: JsonValue): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || Object.values(value).every(isSayable);
}

function reportInvalid(place: SchemaPlace, path: JsonPath, message: string, run: Run): void {
  run.report(
    error("TC113", `this is not a valid JSON Schema: ${message}`, {
      location: place.json.locate([...place.path, ...path]),
      help: "correct the schema",
    }),
  );
}
