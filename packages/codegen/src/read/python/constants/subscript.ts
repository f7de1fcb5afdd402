import { isEqual } from "./compare.js";
import type { Constant } from "./constant.js";
import { itemsOf } from "./items.js";

/** What `value[index]` gives; `undefined` where that is not known, or Python raises. */
export function itemAt(value: Constant, index: Constant): Constant | undefined {
  if (value.kind === "dict") return entryOf(value.entries, index);
  const items = hasPlaces(value) ? itemsOf(value) : undefined;
  if (items === undefined || index.kind !== "int") return undefined;
  return items.at(Number(index.value));
}

/** The value of a key; `undefined` where there is none, or it is not known. */
export function entryOf(entries: readonly (readonly [Constant, Constant])[], wanted: Constant): Constant | undefined {
  const found = entries.map(([key]) => isEqual(key, wanted));
  return found.includes(undefined) ? undefined : entries[found.lastIndexOf(true)]?.[1];
}

/** The bounds of a slice that are given; `undefined` is one that is left out. */
export interface SliceBounds {
  readonly lower: Constant | undefined;
  readonly upper: Constant | undefined;
  readonly step: Constant | undefined;
}

/** What `value[lower:upper:step]` gives; `undefined` where that is not known, or Python raises. */
export function sliceOf(value: Constant, { lower, upper, step }: SliceBounds): Constant | undefined {
  const items = hasPlaces(value) ? itemsOf(value) : undefined;
  const bounds = [lower, upper, step].map((bound) => (bound === undefined ? "none" : bound.kind));
  if (items === undefined || bounds.some((kind) => kind !== "none" && kind !== "int")) return undefined;
  const indices = sliceIndices(items.length, numberOf(lower), numberOf(upper), numberOf(step) ?? 1);
  const picked = indices?.flatMap((index) => items.slice(index, index + 1));
  return picked === undefined ? undefined : like(value, picked);
}

function numberOf(bound: Constant | undefined): number | undefined {
  return bound?.kind === "int" ? Number(bound.value) : undefined;
}

/** As `slice.indices` of Python does it. */
function sliceIndices(
  length: number,
  lower: number | undefined,
  upper: number | undefined,
  step: number,
): readonly number[] | undefined {
  if (step === 0) return undefined;
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1];
  const clamp = (bound: number): number => Math.min(most, Math.max(least, bound < 0 ? bound + length : bound));
  const start = lower === undefined ? (step > 0 ? least : most) : clamp(lower);
  const stop = upper === undefined ? (step > 0 ? most : least) : clamp(upper);
  const indices: number[] = [];
  for (let index = start; step > 0 ? index < stop : index > stop; index += step) {
    indices.push(index);
  }
  return indices;
}

function hasPlaces(value: Constant): boolean {
  return value.kind === "string" || value.kind === "bytes" || (value.kind === "sequence" && value.type !== "set");
}

function like(value: Constant, items: readonly Constant[]): Constant | undefined {
  switch (value.kind) {
    case "string":
      return { kind: "string", value: items.map((item) => (item.kind === "string" ? item.value : "")).join("") };
    case "bytes":
      return { kind: "bytes", value: Uint8Array.from(items, (item) => (item.kind === "int" ? Number(item.value) : 0)) };
    case "sequence":
      return { ...value, items };
    default:
      return undefined;
  }
}
