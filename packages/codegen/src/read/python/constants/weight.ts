import type { Constant } from "./constant.js";

/** Worked out once for each constant: parts are shared, and lists of lists multiply. */
const weights = new WeakMap<Constant, number>();

/** How many values a constant consists of, each counted as often as it stands in it. */
export function weightOf(constant: Constant): number {
  const known = weights.get(constant);
  if (known !== undefined) return known;
  const weight = partsOf(constant).reduce((sum, part) => sum + weightOf(part), 1);
  weights.set(constant, weight);
  return weight;
}

function partsOf(constant: Constant): readonly Constant[] {
  switch (constant.kind) {
    case "sequence":
      return constant.items;
    case "dict":
      return constant.entries.flat();
    case "enum-member":
      return [constant.value];
    case "instance":
      return [...constant.positional, ...constant.keywords.values()];
    default:
      return [];
  }
}
