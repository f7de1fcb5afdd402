import { argument } from "../constants/call-arguments.js";
import {
  asNumber,
  asString,
  type Constant,
  type EnumMember,
  intConstant,
  stringConstant,
} from "../constants/constant.js";
import { constantCalls } from "../constants/constant-calls.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { Call, Expression } from "../syntax/nodes.js";

/** The value of a member that is given by name only, by its place among the members. */
type Numbering = (name: string, index: number) => Constant;

/** How each kind of enumeration numbers members without values. Adding one is adding an entry. */
const numberings: ReadonlyMap<string, (start: number) => Numbering> = new Map([
  ["enum.Enum", (start: number) => (_name: string, index: number) => intConstant(start + index)],
  ["enum.IntEnum", (start: number) => (_name: string, index: number) => intConstant(start + index)],
  ["enum.StrEnum", () => (name: string) => stringConstant(name.toLowerCase())],
  ["enum.Flag", () => (_name: string, index: number) => intConstant(2n ** BigInt(index))],
  ["enum.IntFlag", () => (_name: string, index: number) => intConstant(2n ** BigInt(index))],
]);

/** The members of an enumeration that a call makes: `Enum("E", "A B")`; `undefined` where they are not known. */
export function enumMembersOfCall(call: Call, context: Context): readonly EnumMember[] | undefined {
  const maker = externalName(call.func, context.scope) ?? "";
  const numbering = numberings.get(maker);
  const start = startOf(call, context);
  const given = argument(call, "names", 1);
  const names = given === undefined ? undefined : context.reader.fold(given, context);
  const convert = conversion(argument(call, "type"), context);
  if (numbering === undefined || start === undefined || names === undefined || convert === undefined) return undefined;
  const isPlain = (maker === "enum.Enum" || maker === "enum.Flag") && argument(call, "type") === undefined;
  const made = members(names, numbering(start))?.map((member) => {
    const value = convert(member.value);
    return value && { ...member, value, isPlain };
  });
  return made?.every((member) => member !== undefined) === true ? made : undefined;
}

/** The types that `type=` may make the members, by whose call their values are made. */
const memberTypes: ReadonlySet<string> = new Set(["builtins.str", "builtins.int", "builtins.float"]);

/** What `type=str` makes of a value; `undefined` where that is not known. */
function conversion(
  type: Expression | undefined,
  context: Context,
): ((value: Constant) => Constant | undefined) | undefined {
  if (type === undefined) return (value) => value;
  const name = externalName(type, context.scope) ?? "";
  const convert = memberTypes.has(name) ? constantCalls.get(name) : undefined;
  return convert && ((value) => convert({ positional: [value], keywords: new Map() }));
}

function startOf(call: Call, context: Context): number | undefined {
  const given = argument(call, "start");
  const start = given === undefined ? undefined : context.reader.fold(given, context);
  return given === undefined ? 1 : start && asNumber(start);
}

/** `"A B"`, `["A", "B"]`, `[("A", 1)]` or `{"A": 1}` */
function members(names: Constant, numbering: Numbering): readonly EnumMember[] | undefined {
  const plainNames = namesIn(names);
  if (plainNames !== undefined) {
    return plainNames.map((name, index) => ({ kind: "enum-member", name, value: numbering(name, index) }));
  }
  const entries = names.kind === "dict" ? names.entries : names.kind === "sequence" ? names.items.map(pairOf) : [];
  const pairs = entries.flatMap((pair): EnumMember[] => {
    const [key, value] = pair;
    const name = asString(key);
    return name === undefined || value === undefined ? [] : [{ kind: "enum-member", name, value }];
  });
  return pairs.length === entries.length ? pairs : undefined;
}

function pairOf(item: Constant): readonly Constant[] {
  return item.kind === "sequence" ? item.items : [];
}

/** The names in `"A B"`, `"A, B"` or `["A", "B"]`; `undefined` of anything else. */
export function namesIn(constant: Constant): readonly string[] | undefined {
  const text = asString(constant);
  if (text !== undefined) return text.split(/[\s,]+/).filter((name) => name !== "");
  const names = constant.kind === "sequence" ? constant.items.map(asString) : [undefined];
  return names.every((name) => name !== undefined) ? names : undefined;
}
