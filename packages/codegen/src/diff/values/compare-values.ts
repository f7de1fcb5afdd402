import { isDeepStrictEqual } from "node:util";
import { answersOf } from "../../plan/answers.js";
import { alternativesOf } from "../../plan/schema/definitions.js";
import type { Direction } from "../../plan/schema/reading.js";
import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../../signature.js";
import { itemPlace, keyPlace, positionPlace, valuePlace } from "../place.js";
import type { Report } from "../signature-diff.js";
import { Pairs } from "../types/pairs.js";
import { compareFacets } from "./facets.js";
import { type ViewOf, viewsOf } from "./schema-view.js";

/** How a change shows a default that a signature does not have, such as NaN. Those that it has are JSON. */
export const unknownDefault = "not known";

/** A comparison of what two schemas say that types do not. */
interface Comparison {
  readonly direction: Direction;
  readonly report: Report;
  readonly viewOld: ViewOf;
  readonly viewNext: ViewOf;
  readonly compared: Pairs<object, object>;
}

/** Reports what has changed for callers that types do not show: what is refused, defaults, and what is documented. */
export function compareValues(old: ChainSignature, next: ChainSignature, report: Report): void {
  if (old.description !== next.description) report("documentation-changed", "description");
  const compareRoots = (before: JsonSchema, after: JsonSchema, place: string, direction: Direction): void => {
    const views = { viewOld: viewsOf(before), viewNext: viewsOf(after) };
    compareSchemas(before, after, place, { direction, report, ...views, compared: new Pairs() });
  };
  if (old.input !== undefined && next.input !== undefined) compareRoots(old.input, next.input, "input", "input");
  const answers = answersOf(next);
  for (const [part, before] of answersOf(old)) {
    const after = answers.get(part);
    if (after !== undefined) compareRoots(before, after, part, "output");
  }
}

function compareSchemas(old: JsonSchema, next: JsonSchema, place: string, comparison: Comparison): void {
  const { direction, report } = comparison;
  const before = comparison.viewOld(old);
  const after = comparison.viewNext(next);
  compareTexts(old, next, place, comparison);
  if (!comparison.compared.add(before.identity, after.identity)) return;
  compareTexts(before.identity, after.identity, place, comparison);
  if (!areComparable(before.schema, after.schema)) return;
  const facets = compareFacets(before.schema, after.schema);
  if (facets?.isStricter === true && (direction === "input" || !facets.isLooser)) {
    report(`${direction}-stricter`, place, facets.before, facets.after);
  } else if (facets !== undefined) report(`${direction}-looser`, place, facets.before, facets.after);
  compareContents(before.schema, after.schema, place, comparison);
}

/** Types that differ are reported as types, and all that is within them. */
function areComparable({ type: old }: JsonSchemaObject, { type: next }: JsonSchemaObject): boolean {
  const isNumber = (type: unknown): boolean => type === "integer" || type === "number";
  return isDeepStrictEqual(old, next) || (isNumber(old) && isNumber(next));
}

/** What is said of a model is compared where it comes first; what is said of a key, at each key. */
function compareTexts(old: JsonSchema, next: JsonSchema, place: string, { report }: Comparison): void {
  if (typeof old === "boolean" || typeof next === "boolean") return;
  const [before, after] = [deprecationText(old), deprecationText(next)];
  if (before !== after) report("deprecated-changed", place, before, after);
  const isSame = old.description === next.description && isDeepStrictEqual(old.examples, next.examples);
  if (!isSame) report("documentation-changed", place);
}

function deprecationText({ deprecated }: JsonSchemaObject): string {
  return deprecated === true ? "deprecated" : "not deprecated";
}

function compareContents(old: JsonSchemaObject, next: JsonSchemaObject, place: string, comparison: Comparison): void {
  const inner = (before: JsonSchema | undefined, after: JsonSchema | undefined, at: string): void => {
    if (before !== undefined && after !== undefined) compareSchemas(before, after, at, comparison);
  };
  compareProperties(old, next, place, comparison);
  inner(old.items, next.items, itemPlace(place));
  inner(old.additionalProperties, next.additionalProperties, valuePlace(place));
  inner(old.propertyNames, next.propertyNames, valuePlace(place));
  for (const [position, before] of (old.prefixItems ?? []).entries()) {
    inner(before, next.prefixItems?.[position], positionPlace(place, position));
  }
  for (const [pattern, before] of Object.entries(old.patternProperties ?? {})) {
    inner(before, ownSchema(next.patternProperties, pattern), valuePlace(place));
  }
  for (const before of alternativesOf(old)) {
    inner(before, onlyLike(before, alternativesOf(next)), place);
  }
}

function compareProperties(old: JsonSchemaObject, next: JsonSchemaObject, place: string, comparison: Comparison): void {
  const isLeftOut = (name: string): boolean => !old.required?.includes(name) && !next.required?.includes(name);
  for (const [name, before] of Object.entries(old.properties ?? {})) {
    const after = ownSchema(next.properties, name);
    if (after === undefined) continue;
    const at = keyPlace(place, name);
    compareSchemas(before, after, at, comparison);
    if (comparison.direction === "output" || isLeftOut(name)) compareDefaults(before, after, at, comparison);
  }
}

/** The default is that of the key. The server sends it like any other value: of an answer, it is documentation. */
function compareDefaults(old: JsonSchema, next: JsonSchema, place: string, { direction, report }: Comparison): void {
  const [before, after] = [old, next].map((schema) => (typeof schema === "object" ? schema.default : undefined));
  if (isDeepStrictEqual(before, after)) return;
  const text = (value: unknown): string => (value === undefined ? unknownDefault : JSON.stringify(value));
  if (direction === "output") report("documentation-changed", place);
  else report("input-default-changed", place, text(before), text(after));
}

function ownSchema(schemas: Readonly<Record<string, JsonSchema>> | undefined, key: string): JsonSchema | undefined {
  return schemas !== undefined && Object.hasOwn(schemas, key) ? schemas[key] : undefined;
}

/** The alternative that refers to the same definition or has the same type, where only one does. */
function onlyLike(schema: JsonSchema, alternatives: readonly JsonSchema[]): JsonSchema | undefined {
  const keyOf = (other: JsonSchema): string => (typeof other === "object" ? (other.$ref ?? String(other.type)) : "");
  const like = alternatives.filter((other) => keyOf(other) === keyOf(schema));
  return like.length === 1 ? like[0] : undefined;
}
