import type { ConstantArguments } from "./call-arguments.js";
import { asNumber, asString, type Constant } from "./constant.js";
import { dateTexts } from "./dates.js";

/** What a call of a known function with constant arguments gives; `undefined` where that is not known. */
type ConstantCall = (given: ConstantArguments) => Constant | undefined;

/** The calls that are worked out. Adding one is adding an entry. */
export const constantCalls: ReadonlyMap<string, ConstantCall> = new Map<string, ConstantCall>([
  ["builtins.float", (given) => toFloat(given)],
  ["builtins.int", (given) => toInt(given)],
  ["builtins.str", (given) => (given.positional.length === 0 ? { kind: "string", value: "" } : onlyText(given))],
  ["builtins.bool", (given) => (given.positional.length === 0 ? { kind: "bool", value: false } : undefined)],
  ["builtins.list", (given) => sequence("list", given)],
  ["builtins.tuple", (given) => sequence("tuple", given)],
  ["builtins.set", (given) => sequence("set", given)],
  ["builtins.frozenset", (given) => sequence("set", given)],
  ["builtins.dict", (given) => dictionary(given)],
  ["builtins.object", () => ({ kind: "opaque", name: "object" })],
  ["re.compile", (given) => onlyText(given)],
  ["decimal.Decimal", (given) => decimal(given)],
  ["uuid.UUID", (given) => asText("uuid.UUID", onlyText(given))],
  ["pathlib.Path", (given) => path(given)],
  ["pathlib.PurePath", (given) => path(given)],
  ["pathlib.PosixPath", (given) => path(given)],
  ...[...dateTexts].map(([name, text]): [string, ConstantCall] => [name, (given) => textValue(name, text(given))]),
]);

function textValue(type: string, text: string | undefined): Constant | undefined {
  return text === undefined ? undefined : { kind: "text", type, text };
}

function asText(type: string, constant: Constant | undefined): Constant | undefined {
  return textValue(type, asString(constant)?.toLowerCase());
}

function onlyText({ positional }: ConstantArguments): Constant | undefined {
  const [first, ...more] = positional;
  return more.length === 0 && first?.kind === "string" ? first : undefined;
}

function toFloat({ positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const value = first === undefined ? 0 : (asNumber(first) ?? parseFloatText(asString(first)));
  return value === undefined ? undefined : { kind: "float", value };
}

function parseFloatText(text: string | undefined): number | undefined {
  const trimmed = text?.trim().toLowerCase().replace(/^\+/, "");
  if (trimmed === undefined || trimmed === "") {
    return undefined;
  }
  if (trimmed === "nan") {
    return Number.NaN;
  }
  if (/^-?inf(inity)?$/.test(trimmed)) {
    return trimmed.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return /^-?[\d.]+(e[-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

function toInt({ positional }: ConstantArguments): Constant | undefined {
  const [first, ...more] = positional;
  if (more.length > 0) {
    return undefined;
  }
  const text = asString(first)?.trim();
  if (text !== undefined) {
    return /^[-+]?\d+$/.test(text) ? { kind: "int", value: BigInt(text.replace(/^\+/, "")) } : undefined;
  }
  const value = first === undefined ? 0 : asNumber(first);
  return value === undefined || !Number.isFinite(value) ? undefined : { kind: "int", value: BigInt(Math.trunc(value)) };
}

function sequence(type: "tuple" | "list" | "set", { positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  if (first === undefined) {
    return { kind: "sequence", type, items: [] };
  }
  return first.kind === "sequence" ? { kind: "sequence", type, items: first.items } : undefined;
}

function dictionary({ positional, keywords }: ConstantArguments): Constant | undefined {
  const entries = [...keywords].map(([name, value]): [Constant, Constant] => [{ kind: "string", value: name }, value]);
  return positional.length === 0 ? { kind: "dict", entries } : undefined;
}

function decimal({ positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const text = first?.kind === "int" ? first.value.toString() : asString(first);
  const known = text !== undefined && /^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(text);
  return known
    ? { kind: "text", type: "decimal.Decimal", text: text.replace(/^\+/, "").replace(/\.$/, "") }
    : undefined;
}

/** `Path("a", "b")`: joined, an absolute part starting over. */
function path({ positional, keywords }: ConstantArguments): Constant | undefined {
  const parts = positional.map((part) => (part.kind === "text" ? part.text : asString(part)));
  if (keywords.size > 0 || parts.includes(undefined)) {
    return undefined;
  }
  const join = (before: string, part = ""): string =>
    before === "" || part.startsWith("/") ? part : `${before}/${part}`;
  const text = parts
    .reduce<string>(join, "")
    .replace(/\/+/g, "/")
    .replace(/(?<=.)\/$/, "");
  return { kind: "text", type: "pathlib.Path", text: text === "" ? "." : text };
}
