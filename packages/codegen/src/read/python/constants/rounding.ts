import { type Constant, intConstant } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";

/** More decimals than a float has digits change nothing that is worth working out. */
const mostDecimals = 20;
/** From here on floats are printed with an exponent, and have no decimals anyway. */
const largest = 1e15;

/** `round(value)` and `round(value, decimals)`: to the nearest, and where two are as near to the even one. */
export function round({ positional: [value, given], keywords }: ConstantArguments): Constant | undefined {
  const decimals = given === undefined || given.kind === "none" ? 0n : given.kind === "int" ? given.value : -1n;
  if (keywords.size > 0 || decimals < 0n || decimals > mostDecimals) return undefined;
  if (value?.kind === "int") return value;
  if (value?.kind !== "float" || !(Math.abs(value.value) < largest)) return undefined;
  const rounded = roundTo(value.value, Number(decimals));
  const isWhole = given === undefined || given.kind === "none";
  return isWhole ? intConstant(rounded) : { kind: "float", value: rounded };
}

function roundTo(value: number, decimals: number): number {
  const size = Math.abs(value);
  const exact = size.toFixed(100);
  const point = exact.indexOf(".");
  const isTie = /^50*$/.test(exact.slice(point + 1 + decimals));
  const below = exact.slice(0, decimals === 0 ? point : point + 1 + decimals);
  const isEven = isTie && Number(below.at(-1)) % 2 === 0;
  const rounded = Number(isEven ? below : size.toFixed(decimals));
  return value < 0 || Object.is(value, -0) ? -rounded : rounded;
}
