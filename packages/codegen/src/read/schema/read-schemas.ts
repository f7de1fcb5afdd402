import { definitionKey } from "../../definition-reference.js";
import { type Diagnostic, error } from "../../diagnostics/diagnostic.js";
import type { JsonSchema, JsonSchemaObject, JsonValue } from "../../signature.js";
import type { JsonFile, JsonPath } from "../json/json-file.js";
import { selfReferences } from "./cycles.js";
import { type NormalizeContext, normalizeSchema } from "./normalize.js";
import { openEnds } from "./open-ends.js";

/** Normalises a schema and refuses one that is nothing but itself. Where places are asked for, it is told what it leaves open. */
export function readSchema(
  json: JsonFile,
  path: JsonPath,
  value: JsonValue,
  context: NormalizeContext,
  isArguments = false,
): JsonSchema {
  const schema = normalizeSchema(json, path, value, context);
  for (const name of selfReferences(schema)) {
    context.report(
      error("TC113", `the definition ${JSON.stringify(name)} refers only to itself`, {
        location: json.locate(path),
        help: "give it a type of its own",
      }),
    );
  }
  if (context.places !== undefined) openEnds(schema, isArguments, context.places).forEach(context.report);
  return schema;
}

/** Reads the schema of a chain's arguments: it must be an object with a property per argument. */
export function readInputSchema(
  json: JsonFile,
  path: JsonPath,
  value: JsonValue,
  context: NormalizeContext,
): JsonSchemaObject | undefined {
  const input = dereferenced(readSchema(json, path, value, context, true));
  if (typeof input !== "boolean" && (input.type === "object" || input.properties !== undefined)) return input;
  if (typeof input !== "boolean" && isOfObjects(input, input.$defs ?? {})) return { type: "object", ...input };
  context.report(notAnObject(json, path));
  return undefined;
}

/** Whether every value is an object: one of the parts that are combined says so, or each of those to choose from. */
function isOfObjects(schema: JsonSchema, definitions: Definitions, seen: readonly string[] = []): boolean {
  if (typeof schema === "boolean") return !schema;
  const { $ref, allOf = [], anyOf = [], oneOf = [], type, properties } = schema;
  if (type === "object" || (type === undefined && properties !== undefined)) return true;
  const says = (part: JsonSchema): boolean =>
    isOfObjects(part, definitions, $ref === undefined ? seen : [...seen, $ref]);
  const isNew = $ref !== undefined && !seen.includes($ref);
  if (isNew && says(definitions[definitionKey($ref)] ?? true)) return true;
  return allOf.some(says) || [anyOf, oneOf].some((choices) => choices.length > 0 && choices.every(says));
}

type Definitions = Readonly<Record<string, JsonSchema>>;

/** The keywords that say which arguments there are, or what they are. */
const argumentKeywords = [
  "properties",
  "required",
  "additionalProperties",
  "patternProperties",
  "anyOf",
  "oneOf",
  "allOf",
];

/** A root that only refers to a definition is that definition: a recursive model is written so. With more, it is both. */
function dereferenced(schema: JsonSchema): JsonSchema {
  let current = schema;
  const seen = new Set<string>();
  while (typeof current !== "boolean" && current.$ref !== undefined && !seen.has(current.$ref)) {
    seen.add(current.$ref);
    const definition: JsonSchema | undefined = current.$defs?.[definitionKey(current.$ref)];
    if (definition === undefined || typeof definition === "boolean") return current;
    if (saysMore(current)) return both(current, definition);
    current = { ...definition, ...(current.$defs === undefined ? {} : { $defs: current.$defs }) };
  }
  return current;
}

function saysMore(root: JsonSchemaObject): boolean {
  return argumentKeywords.some((keyword) => Object.hasOwn(root, keyword));
}

function both({ $ref = "", allOf = [], ...root }: JsonSchemaObject, { type }: JsonSchemaObject): JsonSchemaObject {
  return { ...(type === undefined ? {} : { type }), ...root, allOf: [{ $ref }, ...allOf] };
}

function notAnObject(json: JsonFile, path: JsonPath): Diagnostic {
  return error("TC113", "the input schema is not that of an object", {
    location: json.locate(path),
    help: "give an object schema with one property for each argument of run_remote",
  });
}
