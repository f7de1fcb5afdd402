import type { BinaryOperation } from "../syntax/nodes.js";
import type { Constant } from "./constant.js";

/** No constant of a signature is larger; the bound keeps `9**9**9` from being worked out. */
const mostBits = 4096;

/** The float that a number is rounded to; `undefined` where Python has none. */
export function toFloat(constant: Constant): number | undefined {
  if (constant.kind === "int") {
    const value = Number(constant.value);
    return Number.isFinite(value) ? value : undefined;
  }
  return constant.kind === "float" ? constant.value : undefined;
}

/** The result of an operator on two whole numbers. */
export function wholeNumbers(operator: BinaryOperation["operator"], left: bigint, right: bigint): Constant | undefined {
  if (operator === "/") {
    const isExact = Number.isSafeInteger(Number(left)) && Number.isSafeInteger(Number(right));
    return right === 0n || !isExact ? undefined : { kind: "float", value: Number(left) / Number(right) };
  }
  if (operator === "**" && right < 0n) {
    return left >= -largestBase && left <= largestBase ? inverse(wholeNumber(operator, left, -right)) : undefined;
  }
  const value = wholeNumber(operator, left, right);
  return value === undefined ? undefined : { kind: "int", value };
}

/** Up to here Python's powers below one are what is nearest to them. */
const largestBase = 100n;

/** `2 ** -1`: of a power that a float holds exactly, so that it is rounded once. */
function inverse(power: bigint | undefined): Constant | undefined {
  const value = Number(power ?? 0n);
  return value !== 0 && Number.isSafeInteger(value) ? { kind: "float", value: 1 / value } : undefined;
}

function wholeNumber(operator: BinaryOperation["operator"], left: bigint, right: bigint): bigint | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return bits(left) + bits(right) <= mostBits ? left * right : undefined;
    case "//":
      return right === 0n ? undefined : floorDivide(left, right);
    case "%":
      return right === 0n ? undefined : left - right * floorDivide(left, right);
    case "**":
      return right >= 0n && right <= BigInt(mostBits) && bits(left) * Number(right) <= mostBits
        ? left ** right
        : undefined;
    case "<<":
      return right >= 0n && right <= BigInt(mostBits) && bits(left) <= mostBits ? left << right : undefined;
    case ">>":
      return right >= 0n ? left >> right : undefined;
    case "|":
      return left | right;
    case "&":
      return left & right;
    case "^":
      return left ^ right;
    default:
      return undefined;
  }
}

function bits(value: bigint): number {
  return value.toString(16).length * 4;
}

/** Python rounds towards negative infinity, BigInt towards zero. */
function floorDivide(left: bigint, right: bigint): bigint {
  const quotient = left / right;
  return left % right !== 0n && left < 0n !== right < 0n ? quotient - 1n : quotient;
}

/** The result of an operator on two numbers of which one is a float; `undefined` where one is no number. */
export function floats(
  operator: BinaryOperation["operator"],
  left: number | undefined,
  right: number | undefined,
): Constant | undefined {
  if (left === undefined || right === undefined) return undefined;
  const value = float(operator, left, right);
  return value === undefined ? undefined : { kind: "float", value };
}

function float(operator: BinaryOperation["operator"], left: number, right: number): number | undefined {
  switch (operator) {
    case "+":
      return left + right;
    case "-":
      return left - right;
    case "*":
      return left * right;
    case "/":
      return right === 0 ? undefined : left / right;
    case "//":
      return right === 0 ? undefined : floorDivideFloats(left, right);
    case "%":
      return right === 0 ? undefined : modulo(left, right);
    case "**":
      return exactPower(left, right);
    default:
      return undefined;
  }
}

/** The remainder has the sign of the divisor in Python, of the dividend in JavaScript. */
function modulo(left: number, right: number): number {
  const remainder = left % right;
  if (remainder === 0) return right < 0 ? -0 : 0;
  return remainder < 0 !== right < 0 ? remainder + right : remainder;
}

/** As CPython does it, step by step: its result is not always the rounded quotient. */
function floorDivideFloats(left: number, right: number): number {
  const remainder = left % right;
  const isBelow = remainder !== 0 && remainder < 0 !== right < 0;
  const quotient = (left - remainder) / right - (isBelow ? 1 : 0);
  if (quotient === 0) return left / right < 0 || Object.is(left / right, -0) ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

/** Powers are rounded in ways that differ between systems; those of whole numbers that need no rounding are not. */
function exactPower(base: number, exponent: number): number | undefined {
  const isWhole = Number.isInteger(base) && Number.isInteger(exponent) && exponent >= 0;
  const power = isWhole ? base ** exponent : Number.NaN;
  return Number.isSafeInteger(power) ? power : undefined;
}
