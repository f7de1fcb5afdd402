import type { BinaryOperation } from "../syntax/nodes.js";
import { joinItems, joinTexts, longestText, mostItems } from "./bounds.js";
import { truth } from "./compare.js";
import type { Constant, EnumMember } from "./constant.js";
import { withEntries } from "./entries.js";
import { floats, toFloat, wholeNumbers } from "./numbers.js";
import { pathOf } from "./paths.js";
import { percentFormat } from "./text/percent.js";

/** The result of an operator on two constants, or `undefined` where Python raises or the result is unreasonably large. */
export function binary(operator: BinaryOperation["operator"], left: Constant, right: Constant): Constant | undefined {
  if (left.kind === "string" && operator === "%") {
    const text = percentFormat(left.value, right);
    return text === undefined ? undefined : { kind: "string", value: text };
  }
  if (left.kind === "int" && right.kind === "int") return wholeNumbers(operator, left.value, right.value);
  return (
    joined(operator, left, right) ?? repeated(operator, left, right) ?? floats(operator, toFloat(left), toFloat(right))
  );
}

/** Two values of one kind put together: texts, lists, dictionaries, paths, flags. */
function joined(operator: BinaryOperation["operator"], left: Constant, right: Constant): Constant | undefined {
  if (left.kind === "string" && right.kind === "string") {
    const text = operator === "+" ? joinTexts([left.value, right.value]) : undefined;
    return text === undefined ? undefined : { kind: "string", value: text };
  }
  if (left.kind === "sequence" && right.kind === "sequence") {
    const canJoin = operator === "+" && left.type === right.type && /^(list|tuple)$/.test(left.type);
    const items = canJoin ? joinItems([left.items, right.items]) : undefined;
    return items && { ...left, items };
  }
  if (left.kind === "bytes" && right.kind === "bytes") {
    const bytes = operator === "+" ? joinItems([[...left.value], [...right.value]]) : undefined;
    return bytes && { kind: "bytes", value: Uint8Array.from(bytes) };
  }
  if (left.kind === "dict" && right.kind === "dict") {
    return operator === "|" ? { kind: "dict", entries: withEntries(left.entries, right.entries) } : undefined;
  }
  if (left.kind === "enum-member" && right.kind === "enum-member") return flags(operator, left, right);
  const isPath = left.kind === "text" || right.kind === "text";
  return operator === "/" && isPath ? pathOf([left, right]) : undefined;
}

/** `E.A | E.B`: a value without a name of its own. */
function flags(operator: BinaryOperation["operator"], left: EnumMember, right: EnumMember): Constant | undefined {
  const isBitwise = operator === "|" || operator === "&" || operator === "^";
  const value = isBitwise ? binary(operator, left.value, right.value) : undefined;
  return value?.kind === "int"
    ? { kind: "enum-member", name: `${left.name}${operator}${right.name}`, value }
    : undefined;
}

/** `"ab" * 3` and `3 * [0]` */
function repeated(operator: BinaryOperation["operator"], left: Constant, right: Constant): Constant | undefined {
  const [value, times] = right.kind === "int" ? [left, right] : [right, left];
  if (operator !== "*" || times.kind !== "int") return undefined;
  const count = Math.max(0, Number(times.value));
  if (value.kind === "string" && count * value.value.length <= longestText) {
    return { kind: "string", value: value.value.repeat(count) };
  }
  const isList = value.kind === "sequence" && /^(list|tuple)$/.test(value.type);
  return isList && count * value.items.length <= mostItems
    ? { ...value, items: Array.from({ length: count }, () => value.items).flat() }
    : undefined;
}

/** The value of `-x`, `+x`, `~x` or `not x`. */
export function unary(operator: "+" | "-" | "~" | "not", operand: Constant): Constant | undefined {
  if (operator === "not") {
    const isTrue = truth(operand);
    return isTrue === undefined ? undefined : { kind: "bool", value: !isTrue };
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
