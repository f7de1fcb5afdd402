import type { Construction, Field, ObjectShape, Shape } from "../../types/definition.js";
import { type Constant, type ModelInstance, stringConstant } from "../constant.js";
import { type Entries, withEntries } from "../entries.js";
import { conform } from "./conform.js";
import { settle } from "./settle.js";

/** What an instance of a model or dataclass holds. */
export interface InstanceValues {
  readonly fields: readonly (readonly [Field, Constant])[];
  /** What it was given beyond its fields, and keeps. */
  readonly extra: Entries;
}

/** The parts of a shape that say what its instances hold. */
export type InstanceParts = Pick<ObjectShape, "fields" | "additional" | "construction">;

/** The parts of a shape that say what its instances hold; `undefined` where it has no instances of its own. */
export function partsOf(shape: Shape): InstanceParts | undefined {
  switch (shape.kind) {
    case "object":
      return shape;
    case "root":
      return { fields: [shape.field], additional: false, construction: shape.construction };
    case "row":
      return { fields: shape.fields, additional: false, construction: shape.construction };
    case "type":
      return undefined;
  }
}

/** What an instance holds; `undefined` where only running Python can tell. */
export function instanceValues(instance: ModelInstance, shape: InstanceParts): InstanceValues | undefined {
  const { construction } = shape;
  const given = construction && givenValues(instance, shape, construction);
  if (construction === undefined || given === undefined) return undefined;
  const fields: (readonly [Field, Constant])[] = [];
  for (const field of shape.fields) {
    const value = heldValue(field, given.fields.get(field), construction);
    if (value === undefined) return undefined;
    fields.push([field, value]);
  }
  return { fields, extra: given.extra };
}

interface GivenValues {
  readonly fields: ReadonlyMap<Field, Constant>;
  readonly extra: Entries;
}

/** Which arguments are for which fields; `undefined` where Python refuses them, or that is not known. */
function givenValues(
  { positional, keywords }: ModelInstance,
  shape: InstanceParts,
  construction: Construction,
): GivenValues | undefined {
  const byPosition = construction.positional.map((name) => shape.fields.find((field) => field.name === name));
  const fields = new Map<Field, Constant>();
  for (const [index, value] of positional.entries()) {
    const field = byPosition[index];
    if (field === undefined) return undefined;
    fields.set(field, value);
  }
  const extra: [Constant, Constant][] = [];
  for (const [key, value] of keywords) {
    const field = shape.fields.find((candidate) => isGivenBy(key, candidate, construction));
    if (field === undefined) extra.push([stringConstant(key), value]);
    else fields.set(field, value);
  }
  const kept = extra.length === 0 ? [] : keptExtra(extra, shape, construction);
  return kept && { fields, extra: withEntries([], kept) };
}

/** Only where values are validated do aliases count. */
function isGivenBy(key: string, { name, validationAlias }: Field, { acceptsNames, validates }: Construction): boolean {
  return key === (validates ? (validationAlias ?? name) : name) || (acceptsNames && key === name);
}

function keptExtra(extra: Entries, shape: InstanceParts, { validates }: Construction): Entries | undefined {
  const mayBeAlias = shape.fields.some((field) => field.hasOtherAliases === true);
  if (!validates || mayBeAlias || shape.additional === false || typeof shape.additional === "object") return undefined;
  return shape.additional === true ? extra : [];
}

function heldValue(field: Field, given: Constant | undefined, construction: Construction): Constant | undefined {
  if (given !== undefined) {
    return construction.validates ? conform(given, field.type, construction) : settle(given, field.type, construction);
  }
  const { default: missing } = field;
  if (missing.kind !== "constant" && missing.kind !== "made") return undefined;
  if (field.validatesDefault === true && missing.value !== undefined) {
    return conform(missing.value, field.type, construction);
  }
  return missing.value && settle(missing.value, field.type, construction);
}
