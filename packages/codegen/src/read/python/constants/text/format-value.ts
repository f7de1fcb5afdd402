import type { Constant } from "../constant.js";
import { fixedText, floatText } from "./float-text.js";
import { type FormatSpec, pad, parseFormatSpec } from "./format-spec.js";
import { printed } from "./print.js";

/**
 * What `format(value, spec)` gives. Formats that we do not work out to the letter (`e`, `g`, `n`, …), and those that
 * Python refuses, are `undefined`.
 */
export function formatValue(constant: Constant, text: string): string | undefined {
  const spec = text === "" ? undefined : parseFormatSpec(text);
  if (spec === undefined) return text === "" ? printed(constant) : undefined;
  switch (constant.kind) {
    case "string":
      return formatText(constant.value, spec);
    case "bool":
      return formatInt(constant.value ? 1n : 0n, spec);
    case "int":
      return formatInt(constant.value, spec);
    case "float":
      return formatFloat(constant.value, spec);
    default:
      return undefined;
  }
}

function formatText(value: string, spec: FormatSpec): string | undefined {
  const { align = "<", type, precision } = spec;
  const isPlain = spec.sign === "-" && !spec.prefixed && spec.grouping === "" && (type === "" || type === "s");
  if (!isPlain || align === "=") return undefined;
  return pad(precision === undefined ? value : [...value].slice(0, precision).join(""), spec, align);
}

/** The base and the prefix of each way to write a whole number. */
const bases: ReadonlyMap<string, readonly [number, string]> = new Map([
  ["", [10, ""]],
  ["d", [10, ""]],
  ["x", [16, "0x"]],
  ["X", [16, "0X"]],
  ["o", [8, "0o"]],
  ["b", [2, "0b"]],
]);

function formatInt(value: bigint, spec: FormatSpec): string | undefined {
  const base = bases.get(spec.type);
  if (base === undefined) {
    return Number.isSafeInteger(Number(value)) && spec.type !== "" ? formatFloat(Number(value), spec) : undefined;
  }
  if (spec.precision !== undefined || (spec.grouping !== "" && base[0] !== 10)) return undefined;
  const digits = (value < 0n ? -value : value).toString(base[0]);
  const written = spec.type === "X" ? digits.toUpperCase() : digits;
  return place(value < 0n, spec.prefixed ? base[1] : "", written, spec);
}

function formatFloat(value: number, spec: FormatSpec): string | undefined {
  const isNegative = value < 0 || Object.is(value, -0);
  const digits = spec.prefixed || !Number.isFinite(value) ? undefined : floatDigits(value, spec);
  return digits === undefined ? undefined : place(isNegative, "", digits, spec);
}

function floatDigits(value: number, { type, precision }: FormatSpec): string | undefined {
  switch (type) {
    case "f":
    case "F":
      return fixedText(value, precision ?? 6);
    case "%": {
      const percent = fixedText(value * 100, precision ?? 6);
      return percent === undefined ? undefined : `${percent}%`;
    }
    case "":
      return precision === undefined ? floatText(Math.abs(value)) : undefined;
    default:
      return undefined;
  }
}

/** A number with its sign, in groups of three and brought to its width. Zeros that would themselves be grouped are not. */
function place(isNegative: boolean, prefix: string, digits: string, spec: FormatSpec): string | undefined {
  const { align = ">", fill, width, grouping } = spec;
  const sign = isNegative ? "-" : spec.sign === "-" ? "" : spec.sign;
  const grouped = grouping === "" ? digits : digits.replace(/^\d+/, (whole) => group(whole, grouping));
  const head = sign + prefix;
  if (align !== "=") return pad(head + grouped, spec, align);
  const missing = Math.max(0, width - head.length - grouped.length);
  return grouping !== "" && missing > 0 ? undefined : head + fill.repeat(missing) + grouped;
}

function group(digits: string, separator: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, separator);
}
