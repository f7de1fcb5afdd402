import { addressOf, addressTexts } from "./addresses.js";
import { builtinCalls, type ConstantCall, toText } from "./builtin-calls.js";
import { distinct, truth } from "./compare.js";
import { asNumber, asString, type Constant, stringConstant } from "./constant.js";
import type { ConstantArguments } from "./constant-arguments.js";
import { dateTexts } from "./dates.js";
import { withEntries } from "./entries.js";
import { itemsOf } from "./items.js";
import { pathOf } from "./paths.js";

/** The calls that are worked out. Adding one is adding an entry. */
export const constantCalls: ReadonlyMap<string, ConstantCall> = new Map<string, ConstantCall>([
  ["builtins.float", (given) => toFloat(given)],
  ["builtins.int", (given) => toInt(given)],
  ["builtins.str", toText],
  ["builtins.bool", (given) => toBool(given)],
  ["builtins.list", (given) => sequence("list", given)],
  ["builtins.tuple", (given) => sequence("tuple", given)],
  ["builtins.set", (given) => sequence("set", given)],
  ["builtins.frozenset", (given) => sequence("set", given)],
  ["builtins.dict", (given) => dictionary(given)],
  ["builtins.object", () => ({ kind: "opaque", name: "object" })],
  ["re.compile", (given) => onlyText(given)],
  ["decimal.Decimal", (given) => decimal(given)],
  ["uuid.UUID", (given) => textValue("uuid.UUID", uuidText(asString(onlyText(given))))],
  ["pydantic.SecretStr", (given) => secret("pydantic.SecretStr", given)],
  ["pydantic.SecretBytes", (given) => secret("pydantic.SecretBytes", given)],
  ["ipaddress.ip_address", (given) => ofText(given, addressOf)],
  ["pathlib.Path", (given) => path(given)],
  ["pathlib.PurePath", (given) => path(given)],
  ["pathlib.PosixPath", (given) => path(given)],
  ...builtinCalls.map(([name, call]): [string, ConstantCall] => [`builtins.${name}`, call]),
  ...[...dateTexts].map(([name, text]): [string, ConstantCall] => [name, (given) => textValue(name, text(given))]),
  ...[...addressTexts].map(([name, read]): [string, ConstantCall] => [
    name,
    (given) => ofText(given, (text) => textValue(name, read(text))),
  ]),
]);

function ofText(given: ConstantArguments, make: (text: string) => Constant | undefined): Constant | undefined {
  const text = given.keywords.size === 0 ? asString(onlyText(given)) : undefined;
  return text === undefined ? undefined : make(text);
}

function textValue(type: string, text: string | undefined): Constant | undefined {
  return text === undefined ? undefined : { kind: "text", type, text };
}

/** Python takes the digits with hyphens, braces or `urn:uuid:`, and without. */
function uuidText(text: string | undefined): string | undefined {
  const digits = text
    ?.replace(/urn:|uuid:/g, "")
    .replace(/^[{}]+|[{}]+$/g, "")
    .replaceAll("-", "")
    .toLowerCase();
  const parts = /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/.exec(digits ?? "");
  return parts?.slice(1).join("-");
}

function onlyText({ positional }: ConstantArguments): Constant | undefined {
  const [first, ...more] = positional;
  return more.length === 0 && first?.kind === "string" ? first : undefined;
}

function toFloat({ positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const value = first === undefined ? 0 : (asNumber(first) ?? parseFloatText(asString(first)));
  const isTooLarge = first?.kind === "int" && !Number.isFinite(value);
  return value === undefined || isTooLarge ? undefined : { kind: "float", value };
}

function parseFloatText(text: string | undefined): number | undefined {
  const trimmed = text?.trim().toLowerCase().replace(/^\+/, "");
  if (trimmed === undefined || trimmed === "") return undefined;
  if (trimmed === "nan") return Number.NaN;
  if (/^-?inf(inity)?$/.test(trimmed)) {
    return trimmed.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  return /^-?[\d.]+(e[-+]?\d+)?$/.test(trimmed) ? Number(trimmed) : undefined;
}

function toInt({ positional }: ConstantArguments): Constant | undefined {
  const [first, ...more] = positional;
  if (more.length > 0) return undefined;
  const text = asString(first)?.trim();
  if (text !== undefined) {
    return /^[-+]?\d+$/.test(text) ? { kind: "int", value: BigInt(text.replace(/^\+/, "")) } : undefined;
  }
  const value = first === undefined ? 0 : asNumber(first);
  return value === undefined || !Number.isFinite(value) ? undefined : { kind: "int", value: BigInt(Math.trunc(value)) };
}

function toBool({ positional: [value] }: ConstantArguments): Constant | undefined {
  const result = value === undefined ? false : truth(value);
  return result === undefined ? undefined : { kind: "bool", value: result };
}

function sequence(type: "tuple" | "list" | "set", { positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const items = first === undefined ? [] : type === "set" && first.kind === "sequence" ? first.items : itemsOf(first);
  return items === undefined ? undefined : { kind: "sequence", type, items: type === "set" ? distinct(items) : items };
}

/** `dict(a=1)`, and `dict(other, a=1)` of another dictionary or of pairs. */
function dictionary({ positional, keywords }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const given = first === undefined ? [] : first.kind === "dict" ? first.entries : itemsOf(first)?.map(pairOf);
  if (given === undefined || !given.every((pair) => pair !== undefined)) return undefined;
  const named = [...keywords].map(([name, value]): readonly [Constant, Constant] => [stringConstant(name), value]);
  return { kind: "dict", entries: withEntries(given, named) };
}

function pairOf(item: Constant): readonly [Constant, Constant] | undefined {
  const [key, value, ...more] = item.kind === "sequence" ? item.items : [];
  return key === undefined || value === undefined || more.length > 0 ? undefined : [key, value];
}

function decimal({ positional }: ConstantArguments): Constant | undefined {
  const [first] = positional;
  const text = first?.kind === "int" ? first.value.toString() : asString(first);
  const known = text !== undefined && /^[-+]?\d+(\.\d*)?$|^[-+]?\.\d+$/.test(text);
  return known
    ? { kind: "text", type: "decimal.Decimal", text: text.replace(/^\+/, "").replace(/\.$/, "") }
    : undefined;
}

/** A secret is never written, only whether there is one. */
function secret(type: string, { positional: [value], keywords }: ConstantArguments): Constant | undefined {
  const isText = value?.kind === "string" || value?.kind === "bytes";
  return isText && keywords.size === 0 ? textValue(type, value.value.length === 0 ? "" : "**********") : undefined;
}

function path({ positional, keywords }: ConstantArguments): Constant | undefined {
  return keywords.size > 0 ? undefined : pathOf(positional);
}
