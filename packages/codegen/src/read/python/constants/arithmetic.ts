import type { BinaryOperation } from "../syntax/nodes.js";
import type { Constant } from "./constant.js";

/** No constant of a signature is longer; the bound keeps `"a" * 10**9` and `9**9**9` from being worked out. */
const longestText = 10_000;
const mostBits = 4096;

/** The result of an operator on two constants, or `undefined` where Python raises or the result is unreasonably large. */
export function binary(operator: BinaryOperation["operator"], left: Constant, right: Constant): Constant | undefined {
  if (left.kind === "int" && right.kind === "int") {
    return wholeNumbers(operator, left.value, right.value);
  }
  if (left.kind === "string" && right.kind === "string") {
    return operator === "+" ? bounded(left.value + right.value) : undefined;
  }
  if (left.kind === "sequence" && right.kind === "sequence" && left.type === right.type && operator === "+") {
    return { ...left, items: [...left.items, ...right.items] };
  }
  if (left.kind === "string" && right.kind === "int" && operator === "*") {
    return repeat(left.value, right.value);
  }
  return floats(operator, toFloat(left), toFloat(right));
}

/** The value of `-x`, `+x`, `~x` or `not x`. */
export function unary(operator: "+" | "-" | "~" | "not", operand: Constant): Constant | undefined {
  if (operator === "not") {
    return operand.kind === "bool" ? { kind: "bool", value: !operand.value } : undefined;
  }
  if (operand.kind === "int") {
    const value = operator === "-" ? -operand.value : operator === "~" ? ~operand.value : operand.value;
    return { kind: "int", value };
  }
  if (operand.kind === "float" && operator !== "~") {
    return { kind: "float", value: operator === "-" ? -operand.value : operand.value };
  }
  return undefined;
}

function bounded(value: string): Constant | undefined {
  return value.length <= longestText ? { kind: "string", value } : undefined;
}

function repeat(text: string, times: bigint): Constant | undefined {
  const count = Math.max(0, Number(times));
  return count * text.length <= longestText ? { kind: "string", value: text.repeat(count) } : undefined;
}

function toFloat(constant: Constant): number | undefined {
  if (constant.kind === "int") {
    return Number(constant.value);
  }
  return constant.kind === "float" ? constant.value : undefined;
}

function wholeNumbers(operator: BinaryOperation["operator"], left: bigint, right: bigint): Constant | undefined {
  if (operator === "/") {
    return right === 0n ? undefined : { kind: "float", value: Number(left) / Number(right) };
  }
  const value = wholeNumber(operator, left, right);
  return value === undefined ? undefined : { kind: "int", value };
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

function floats(
  operator: BinaryOperation["operator"],
  left: number | undefined,
  right: number | undefined,
): Constant | undefined {
  if (left === undefined || right === undefined) {
    return undefined;
  }
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
      return right === 0 ? undefined : Math.floor(left / right);
    case "%":
      return right === 0 ? undefined : left - right * Math.floor(left / right);
    case "**":
      return left < 0 ? undefined : left ** right;
    default:
      return undefined;
  }
}
