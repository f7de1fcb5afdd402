import { mostItems } from "./bounds.js";
import { type Constant, intConstant, stringConstant } from "./constant.js";

/** What a loop over a value meets, in order; `undefined` where that is not known. A set has no order of its own. */
export function itemsOf(constant: Constant): readonly Constant[] | undefined {
  switch (constant.kind) {
    case "string":
      return [...constant.value].map(stringConstant);
    case "bytes":
      return [...constant.value].map(intConstant);
    case "dict":
      return constant.entries.map(([key]) => key);
    case "sequence":
      return constant.type === "set" && constant.items.length > 1 ? undefined : constant.items;
    default:
      return undefined;
  }
}

/** The number of items that a value has, as `len` counts them. */
export function lengthOf(constant: Constant): number | undefined {
  if (constant.kind === "dict") return constant.entries.length;
  return constant.kind === "sequence" ? constant.items.length : itemsOf(constant)?.length;
}

/** The numbers of a `range`; `undefined` where they are unreasonably many, or the arguments are none of it. */
export function rangeOf(bounds: readonly Constant[]): Constant | undefined {
  const numbers = bounds.flatMap((bound) => (bound.kind === "int" ? [bound.value] : []));
  const [first, second, step = 1n] = numbers;
  if (first === undefined || numbers.length !== bounds.length || numbers.length > 3 || step === 0n) return undefined;
  const [start, stop] = second === undefined ? [0n, first] : [first, second];
  const items: Constant[] = [];
  for (let value = start; step > 0n ? value < stop : value > stop; value += step) {
    if (items.length >= mostItems) return undefined;
    items.push(intConstant(value));
  }
  return { kind: "sequence", type: "iterable", items };
}
