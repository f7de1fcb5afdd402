import type { JsonValue } from "@typed-chains/codegen";
import type { Random } from "../../../packages/codegen/src/mock/sample/random.js";
import { isObject } from "../../../packages/codegen/src/mock/validation/check-object.js";

/** What is done to a value at one place. */
export type MutantKind =
  | "a key removed"
  | "an unknown key"
  | "an item removed"
  | "an item more"
  | "another container"
  | "null"
  | "an unknown literal"
  | "another scalar";

/** Where something is in a value: the keys and indices that lead there. */
export type Path = readonly (string | number)[];

/** What is done to a value. Nothing of it depends on a type: what is wrong is for pydantic to say. */
export interface Change {
  readonly kind: MutantKind;
  readonly path: Path;
  /** What stands there in place of what was there. */
  readonly to: JsonValue;
}

/** A value that is changed at one place. */
export interface Mutant extends Change {
  readonly value: JsonValue;
}

const unknownKey = "no such key";
const unknownText = "no such value";
const unknownNumber = 987_654_321;

/** Some mutants of a value. All kinds get their turn, however many places one of them has. */
export function mutantsOf(value: JsonValue, most: number, random: Random): readonly Mutant[] {
  const turns = new Map<MutantKind, number>();
  const changes = shuffled(allChanges(value, []), random).map((change) => {
    const turn = turns.get(change.kind) ?? 0;
    turns.set(change.kind, turn + 1);
    return { ...change, turn };
  });
  const chosen = changes.sort((left, right) => left.turn - right.turn).slice(0, most);
  return chosen.map(({ kind, path, to }) => ({ kind, path, to, value: replaceAt(value, path, to) }));
}

function shuffled<Item>(items: readonly Item[], random: Random): readonly Item[] {
  return items
    .map((item) => ({ item, order: random.seed() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}

function allChanges(value: JsonValue, path: Path): readonly Change[] {
  const parts: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(isObject(value) ? value : {});
  return [...changesAt(value, path), ...parts.flatMap(([step, part]) => allChanges(part, [...path, step]))];
}

function changesAt(value: JsonValue, path: Path): readonly Change[] {
  const others = Array.isArray(value) ? ofList(value) : isObject(value) ? ofObject(value) : ofScalar(value);
  const all: readonly Replacement[] = value === null ? others : [["null", null], ...others];
  return all.map(([kind, to]) => ({ kind, path, to }));
}

type Replacement = readonly [kind: MutantKind, to: JsonValue];

function ofList(value: readonly JsonValue[]): readonly Replacement[] {
  return [
    ["another container", {}],
    ["another container", unknownText],
    ["an item more", [...value, value[0] ?? null]],
    ...(value.length === 0 ? [] : [["an item removed", value.slice(1)] as const]),
  ];
}

function ofObject(value: Readonly<Record<string, JsonValue>>): readonly Replacement[] {
  return [
    ["another container", []],
    ["another container", unknownText],
    ["an unknown key", { ...value, [unknownKey]: null }],
    ["an unknown key", { ...value, [unknownKey]: 1 }],
    ...Object.keys(value).map((name) => ["a key removed", withoutKey(value, name)] as const),
  ];
}

function ofScalar(value: JsonValue): readonly Replacement[] {
  const scalars = [7, "7", true].filter((other) => typeof other !== typeof value);
  return [
    ["another container", []],
    ["another container", {}],
    ...scalars.map((other) => ["another scalar", other] as const),
    ...unknownLiterals(value).map((other) => ["an unknown literal", other] as const),
  ];
}

function unknownLiterals(value: JsonValue): readonly JsonValue[] {
  if (typeof value === "string") return [unknownText];
  if (typeof value === "number") return [unknownNumber];
  return typeof value === "boolean" ? [!value] : [];
}

function withoutKey(value: Readonly<Record<string, JsonValue>>, name: string): JsonValue {
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
}

function replaceAt(value: JsonValue, path: Path, to: JsonValue): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? replaceAt(item, rest, to) : item));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, key === step ? replaceAt(part, rest, to) : part]);
  return Object.fromEntries(entries) as JsonValue;
}
