import { binary } from "./arithmetic.js";
import { order, truth } from "./compare.js";
import { asString, type Constant, intConstant, stringConstant } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";
import { itemsOf, lengthOf, rangeOf } from "./items.js";
import { round } from "./rounding.js";
import { formatValue } from "./text/format-value.js";
import { printed, represented } from "./text/print.js";

/** What a call of a known function with constant arguments gives; `undefined` where that is not known. */
export type ConstantCall = (given: ConstantArguments) => Constant | undefined;

/** A function of one argument. */
function ofOne(work: (value: Constant) => Constant | undefined): ConstantCall {
  return ({ positional, keywords }) => {
    const [value] = positional;
    return value === undefined || positional.length > 1 || keywords.size > 0 ? undefined : work(value);
  };
}

const text = (value: string | undefined): Constant | undefined =>
  value === undefined ? undefined : stringConstant(value);

/** `min` or `max`: the first of those that none is before. */
function extreme(direction: 1 | -1): ConstantCall {
  return ({ positional, keywords }) => {
    const [only, ...more] = positional;
    const items = more.length === 0 && only !== undefined ? itemsOf(only) : positional;
    if (keywords.size > 0 || items === undefined) return undefined;
    return inOrder(items) === undefined
      ? undefined
      : items.reduce((best, item) => ((order(item, best) ?? 0) * direction < 0 ? item : best));
  };
}

/** The items from the lowest to the highest; `undefined` where two of them cannot be compared. */
function inOrder(items: readonly Constant[]): readonly Constant[] | undefined {
  const [first] = items;
  const isOrdered = first !== undefined && items.every((item) => order(first, item) !== undefined);
  return isOrdered ? [...items].sort((left, right) => order(left, right) ?? 0) : undefined;
}

const sorted: ConstantCall = ({ positional, keywords }) => {
  const [value] = positional;
  const items = value?.kind === "sequence" ? value.items : value === undefined ? undefined : itemsOf(value);
  const reverse = keywords.get("reverse");
  const isReversed = reverse === undefined ? false : truth(reverse);
  const isKnown = isReversed !== undefined && keywords.size === (reverse === undefined ? 0 : 1);
  const ordered = items === undefined ? undefined : items.length === 0 ? [] : inOrder(items);
  if (ordered === undefined || !isKnown) return undefined;
  return { kind: "sequence", type: "list", items: isReversed ? stableReverse(ordered) : ordered };
};

/** From the highest to the lowest; equal items stay in their order, as in Python. */
function stableReverse(ordered: readonly Constant[]): readonly Constant[] {
  return [...ordered].sort((left, right) => order(right, left) ?? 0);
}

/** Of whole numbers only: versions of Python add floats up in different ways. */
const sum: ConstantCall = ({ positional: [list, start = intConstant(0)], keywords }) => {
  const items = list === undefined || keywords.size > 0 ? undefined : itemsOf(list);
  return items?.reduce<Constant | undefined>(
    (total, item) => (total === undefined || item.kind !== "int" ? undefined : binary("+", total, item)),
    start,
  );
};

/** `any` or `all`. */
function quantifier(isAny: boolean): ConstantCall {
  return ofOne((value) => {
    const truths = itemsOf(value)?.map(truth);
    if (truths === undefined || truths.includes(undefined)) return undefined;
    return { kind: "bool", value: isAny ? truths.includes(true) : !truths.includes(false) };
  });
}

/** The built-in functions that are worked out, beside those that make values. Adding one is adding an entry. */
export const builtinCalls: readonly (readonly [string, ConstantCall])[] = [
  ["len", ofOne((value) => whole(lengthOf(value)))],
  ["range", ({ positional, keywords }) => (keywords.size === 0 ? rangeOf(positional) : undefined)],
  ["min", extreme(1)],
  ["max", extreme(-1)],
  ["sum", sum],
  ["sorted", sorted],
  ["reversed", ofOne((value) => iterable(itemsOf(value)?.toReversed()))],
  ["any", quantifier(true)],
  ["all", quantifier(false)],
  ["abs", ofOne(absolute)],
  ["round", round],
  ["repr", ofOne((value) => text(represented(value)))],
  ["format", ({ positional: [value, spec] }) => value && text(formatValue(value, spec ? (asString(spec) ?? "?") : ""))],
  ["hex", ofOne((value) => prefixed(value, "#x"))],
  ["oct", ofOne((value) => prefixed(value, "#o"))],
  ["bin", ofOne((value) => prefixed(value, "#b"))],
  ["chr", ofOne(character)],
  ["ord", ofOne((value) => whole(value.kind === "string" ? codePoint(value.value) : undefined))],
];

/** `str(value)` */
export const toText: ConstantCall = ({ positional, keywords }) => {
  const [value] = positional;
  if (value === undefined) return keywords.size === 0 ? stringConstant("") : undefined;
  return positional.length === 1 && keywords.size === 0 ? text(printed(value)) : undefined;
};

function whole(value: number | undefined): Constant | undefined {
  return value === undefined ? undefined : intConstant(value);
}

function iterable(items: readonly Constant[] | undefined): Constant | undefined {
  return items === undefined ? undefined : { kind: "sequence", type: "iterable", items };
}

function absolute(value: Constant): Constant | undefined {
  if (value.kind === "int") return intConstant(value.value < 0n ? -value.value : value.value);
  return value.kind === "float" ? { kind: "float", value: Math.abs(value.value) } : undefined;
}

function prefixed(value: Constant, spec: string): Constant | undefined {
  return value.kind === "int" ? text(formatValue(value, spec)) : undefined;
}

function character(value: Constant): Constant | undefined {
  const isCode = value.kind === "int" && value.value >= 0n && value.value <= 0x10ffffn;
  return isCode ? stringConstant(String.fromCodePoint(Number(value.value))) : undefined;
}

function codePoint(value: string): number | undefined {
  return [...value].length === 1 ? value.codePointAt(0) : undefined;
}
