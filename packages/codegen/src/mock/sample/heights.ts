import type { JsonSchema } from "../../signature.js";
import type { Resolve } from "../validation/resolve-reference.js";
import { alternativesOf, isDecimal } from "../validation/schema-view.js";

/** Says how deep the flattest value of a schema is: 0 for a scalar, infinite where every value contains another. */
export type Height = (schema: JsonSchema) => number;

/** Each round settles one more level of references; deeper chains of models than this count as endless. */
const rounds = 64;

/**
 * Makes the measure by which a sampler finds its way out of a recursive model. Heights of references start as infinite
 * and fall as what they lead to becomes known.
 */
export function createHeight(root: JsonSchema, resolve: Resolve): Height {
  const heights = new Map<string, number>();
  const measure: Height = (schema) => {
    if (typeof schema === "boolean") return 0;
    if (schema.$ref === undefined) return measureParts(schema, measure);
    if (!heights.has(schema.$ref)) heights.set(schema.$ref, Number.POSITIVE_INFINITY);
    return heights.get(schema.$ref) ?? Number.POSITIVE_INFINITY;
  };
  measure(root);
  for (let round = 0; round < rounds; round += 1) {
    if (!improve(heights, (reference) => measure(resolve({ $ref: reference })))) break;
  }
  return measure;
}

/** Measures every known reference again; says whether any was added or fell. */
function improve(heights: Map<string, number>, measure: (reference: string) => number): boolean {
  const before = heights.size;
  let changed = false;
  for (const [reference, old] of [...heights]) {
    const height = measure(reference);
    if (height < old) heights.set(reference, height);
    changed ||= height < old;
  }
  return changed || heights.size > before;
}

function measureParts(schema: Exclude<JsonSchema, boolean>, measure: Height): number {
  // A Decimal counts as its own alternative.
  if (isDecimal(schema)) return 0;
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined && schema.type === undefined) return Math.min(...alternatives.map(measure));
  const parts = [...Object.values(schema.properties ?? {}), ...(schema.prefixItems ?? []), ...(schema.allOf ?? [])];
  if (Number(schema["minItems"] ?? 0) > 0) parts.push(schema.items ?? true);
  // What may stay empty is measured all the same, so that the references in it are known, and not counted.
  for (const part of [schema.items, schema.additionalProperties]) if (part !== undefined) measure(part);
  return parts.length === 0 ? 0 : 1 + Math.max(...parts.map(measure));
}
