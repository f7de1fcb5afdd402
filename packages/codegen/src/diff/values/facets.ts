import { isDeepStrictEqual } from "node:util";
import type { JsonSchemaObject } from "../../signature.js";

/** What has become of the values of a schema, where types say nothing of it. */
export interface FacetChange {
  readonly isStricter: boolean;
  readonly isLooser: boolean;
  /** What was asked, `minimum 1`; left out where nothing was. */
  readonly before?: string;
  readonly after?: string;
}

/** More of these is stricter. */
const lowerBounds = ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"];
/** Less of these is stricter. */
const upperBounds = ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"];
/** These are there or not; two different ones allow different values. `uniqueItems` says what a set sends: it takes any. */
const otherKeywords = ["pattern", "format", "multipleOf", "contentEncoding", "contentMediaType"];
/** These say what a text is about, and pydantic takes any. */
const freeFormats: readonly unknown[] = ["binary", "password"];

/** Compares what two schemas of one type ask of a value beyond its type. */
export function compareFacets(old: JsonSchemaObject, next: JsonSchemaObject): FacetChange | undefined {
  const keywords = [...lowerBounds, ...upperBounds, ...otherKeywords].filter((keyword) => {
    return !isDeepStrictEqual(askedBy(old, keyword), askedBy(next, keyword)) && !isOfTuple(keyword, old, next);
  });
  const verdicts = [
    ...keywords.map((keyword) => verdictOf(keyword, askedBy(old, keyword), askedBy(next, keyword))),
    ...wholeNumbers(old, next),
    ...otherKeys(old, next),
  ];
  if (verdicts.length === 0) return undefined;
  const [before, after] = [old, next].map((schema) => textOf(schema, keywords, old.type !== next.type));
  return {
    isStricter: verdicts.includes("stricter"),
    isLooser: verdicts.includes("looser"),
    ...(before && { before }),
    ...(after && { after }),
  };
}

function askedBy(schema: JsonSchemaObject, keyword: string): unknown {
  const value = schema[keyword];
  return keyword === "format" && freeFormats.includes(value) ? undefined : value;
}

type Verdict = "stricter" | "looser";

function verdictOf(keyword: string, old: unknown, next: unknown): Verdict {
  if (old === undefined) return "stricter";
  if (next === undefined) return "looser";
  if (typeof old !== "number" || typeof next !== "number" || keyword === "multipleOf") return "stricter";
  return next > old === lowerBounds.includes(keyword) ? "stricter" : "looser";
}

/** How many items a tuple has is its type's to say. */
function isOfTuple(keyword: string, old: JsonSchemaObject, next: JsonSchemaObject): boolean {
  return /Items$/.test(keyword) && (old.prefixItems ?? next.prefixItems) !== undefined;
}

function wholeNumbers({ type: old }: JsonSchemaObject, { type: next }: JsonSchemaObject): readonly Verdict[] {
  if (old === "number" && next === "integer") return ["stricter"];
  return old === "integer" && next === "number" ? ["looser"] : [];
}

/** An object may be refused for keys that it does not know. That there may be any is its type's to say. */
function otherKeys(old: JsonSchemaObject, next: JsonSchemaObject): readonly Verdict[] {
  const [was, is] = [old.additionalProperties, next.additionalProperties];
  if (old.properties === undefined || next.properties === undefined) return [];
  if (was === undefined && is === false) return ["stricter"];
  return was === false && is === undefined ? ["looser"] : [];
}

function textOf(schema: JsonSchemaObject, keywords: readonly string[], showsType: boolean): string {
  const type = showsType && typeof schema.type === "string" ? [schema.type] : [];
  const facets = keywords.flatMap((keyword) => {
    const value = askedBy(schema, keyword);
    return value === undefined ? [] : [`${keyword} ${typeof value === "string" ? value : JSON.stringify(value)}`];
  });
  const others = schema.additionalProperties === false && facets.length === 0 && !showsType ? ["no other keys"] : [];
  return [...type, ...facets, ...others].join(", ");
}
