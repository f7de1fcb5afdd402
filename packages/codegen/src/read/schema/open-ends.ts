import { definitionKey } from "../../definition-reference.js";
import { type Diagnostic, warning } from "../../diagnostics/diagnostic.js";
import { impliedTypes } from "../../implied-types.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import type { SchemaPlace } from "./reference.js";
import { definitionsWithType, saysType } from "./says-type.js";

/** Where each schema stood before it was brought into its one form. */
export type Places = Map<JsonSchemaObject, SchemaPlace>;

/** Patterns that fit every key. */
const everyKey: ReadonlySet<string> = new Set(["", "^", ".*", "^.*", "^.*$", ".*$", "^(.*)$", ".+", "^.+$"]);

/**
 * Where a schema allows more than its type does: the type is what authors mean, who rarely forbid what they do not think
 * of. Pydantic always says it.
 *
 * @param isTyped - whether what kind of value it is goes without saying: arguments are an object.
 */
export function openEnds(root: JsonSchema, isTyped: boolean, places: Places): readonly Diagnostic[] {
  const uses = usesOf(root, isTyped);
  const untyped = uses.filter((use) => !use.isTyped && impliedTypes(use.schema).length > 0);
  const open = uses.filter(({ schema }) => hasOpenKeys(schema));
  return [
    ...[...new Set(untyped.map(({ schema }) => schema))].map((schema) => untypedProblem(schema, places.get(schema))),
    ...[...new Set(open.map(({ schema }) => schema))].map((schema) => openKeysProblem(places.get(schema))),
  ];
}

/** A schema where it is used, and whether the kind of its values is said there. */
interface Use {
  readonly schema: JsonSchemaObject;
  readonly isTyped: boolean;
}

/** The schemas that types are made of. A definition may be used where its values are known to be objects, and elsewhere. */
function usesOf(root: JsonSchema, isTyped: boolean): readonly Use[] {
  const definitions = new Map(typeof root === "boolean" ? [] : Object.entries(root.$defs ?? {}));
  const withType = definitionsWithType(definitions);
  const seen = { typed: new Set<JsonSchema>(), untyped: new Set<JsonSchema>() };
  const uses: Use[] = [];
  // A list, for definitions may follow each other further than calls can.
  const pending = [{ schema: root, isTyped }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { schema } = next;
    const before = next.isTyped ? seen.typed : seen.untyped;
    if (typeof schema === "boolean" || before.has(schema)) continue;
    before.add(schema);
    const use = { schema, isTyped: next.isTyped || saysType(schema, withType) };
    uses.push(use);
    const isTold = use.isTyped || impliedTypes(schema).length > 0;
    pending.push(...combined(schema, definitions).map((part) => ({ schema: part, isTyped: isTold })));
    pending.push(...contents(schema).map((part) => ({ schema: part, isTyped: false })));
  }
  return uses;
}

function hasOpenKeys(schema: JsonSchemaObject): boolean {
  const patterns = Object.entries(schema.patternProperties ?? {});
  if (patterns.length === 0 || schema.additionalProperties !== undefined) return false;
  return patterns.every(([pattern, value]) => !everyKey.has(pattern) && saysSomething(value));
}

/** Whether a schema has another type than `unknown`. */
function saysSomething(schema: JsonSchema): boolean {
  if (typeof schema === "boolean") return !schema;
  const keywords = ["type", "enum", "const", "$ref", "allOf", "anyOf", "oneOf"];
  return keywords.some((keyword) => Object.hasOwn(schema, keyword)) || impliedTypes(schema).length > 0;
}

/** The schemas that are about the same value. */
function combined(schema: JsonSchemaObject, definitions: ReadonlyMap<string, JsonSchema>): readonly JsonSchema[] {
  const { $ref, allOf = [], anyOf = [], oneOf = [] } = schema;
  const target = $ref === undefined ? true : (definitions.get(definitionKey($ref)) ?? true);
  return [target, ...allOf, ...anyOf, ...oneOf];
}

/** The schemas of what a value holds. */
function contents(schema: JsonSchemaObject): readonly JsonSchema[] {
  const {
    properties = {},
    patternProperties = {},
    prefixItems = [],
    items = true,
    additionalProperties = true,
  } = schema;
  return [
    ...Object.values(properties),
    ...Object.values(patternProperties),
    ...prefixItems,
    items,
    additionalProperties,
  ];
}

function untypedProblem(schema: JsonSchemaObject, place: SchemaPlace | undefined): Diagnostic {
  const implied = impliedTypes(schema);
  const message = `the schema has no "type": it allows types other than ${implied.join(" or ")}, but the generated type does not`;
  const type = JSON.stringify(implied.length > 1 ? implied : implied[0]);
  return warning("TC120", message, { ...at(place, []), help: `add "type": ${type}, if that is meant` });
}

function openKeysProblem(place: SchemaPlace | undefined): Diagnostic {
  const message = "the schema allows anything under keys that match no pattern, but the generated type does not";
  return warning("TC120", message, {
    ...at(place, ["patternProperties"]),
    help: 'add "additionalProperties": false, if that is meant',
  });
}

function at(place: SchemaPlace | undefined, inside: readonly string[]): Pick<Diagnostic, "location"> {
  return place === undefined ? {} : { location: place.json.locate([...place.path, ...inside], "key") };
}
