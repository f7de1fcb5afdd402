import type { Constant } from "./constant.js";

/** How deep values are compared. */
const deepest = 50;

/** Whether two values are equal in Python; `undefined` where that is not known. */
export function isEqual(left: Constant, right: Constant, depth = 0): boolean | undefined {
  const [first, second] = [plainValue(left), plainValue(right)];
  if (first !== undefined && second !== undefined) return first === second;
  if (left.kind === "sequence" && right.kind === "sequence") {
    return left.type === right.type ? areEqual(left.items, right.items, depth) : undefined;
  }
  return first !== undefined && right.kind === "sequence" ? false : undefined;
}

function areEqual(left: readonly Constant[], right: readonly Constant[], depth: number): boolean | undefined {
  if (left.length !== right.length || depth > deepest) return depth > deepest ? undefined : false;
  let result: boolean | undefined = true;
  for (const [index, item] of left.entries()) {
    const other = right[index];
    const equal = other === undefined ? undefined : isEqual(item, other, depth + 1);
    if (equal === false) return false;
    result = equal === undefined ? undefined : result;
  }
  return result;
}

/** The constants that are left when each is kept once: the first of those that are equal. */
export function distinct(constants: readonly Constant[]): readonly Constant[] {
  const seen = new Set<unknown>();
  return constants.filter((constant) => {
    const value = plainValue(constant) ?? constant;
    const isNew = !seen.has(value);
    seen.add(value);
    return isNew;
  });
}

/** A value that equals another exactly if both are the same here: `1`, `1.0` and `True` are equal in Python too. */
export function plainValue(constant: Constant): string | bigint | number | undefined {
  switch (constant.kind) {
    case "none":
      return "none";
    case "bool":
      return constant.value ? 1n : 0n;
    case "int":
      return constant.value;
    case "float":
      return Number.isInteger(constant.value) ? BigInt(constant.value) : constant.value;
    case "string":
      return `text ${constant.value}`;
    default:
      return undefined;
  }
}

/** How two values are ordered, below or above zero; `undefined` where Python cannot order them, or it is not known. */
export function order(left: Constant, right: Constant): number | undefined {
  if (left.kind === "string" && right.kind === "string") return orderTexts(left.value, right.value);
  const [first, second] = [numberOf(left), numberOf(right)];
  if (first === undefined || second === undefined) return undefined;
  return first < second ? -1 : first > second ? 1 : 0;
}

/** By code points: JavaScript compares the halves of those beyond U+FFFF. */
function orderTexts(left: string, right: string): number {
  const [first, second] = [[...left], [...right]];
  for (const [index, character] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    if (character !== other) return (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
  }
  return first.length - second.length;
}

function numberOf(constant: Constant): number | bigint | undefined {
  if (constant.kind === "bool") return constant.value ? 1n : 0n;
  if (constant.kind === "float") return Number.isNaN(constant.value) ? undefined : constant.value;
  return constant.kind === "int" ? constant.value : undefined;
}

/** Whether a value counts as true; `undefined` where that is not known. */
export function truth(constant: Constant): boolean | undefined {
  switch (constant.kind) {
    case "none":
      return false;
    case "bool":
    case "string":
    case "float":
      return Number.isNaN(constant.value) || Boolean(constant.value);
    case "int":
      return constant.value !== 0n;
    case "bytes":
      return constant.value.length > 0;
    case "sequence":
      return constant.items.length > 0;
    case "dict":
      return constant.entries.length > 0;
    default:
      return undefined;
  }
}
