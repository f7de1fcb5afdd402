import { binary } from "../constants/arithmetic.js";
import { argument } from "../constants/call-arguments.js";
import { isEqual } from "../constants/compare.js";
import { asString, type Constant, type EnumMember, intConstant, stringConstant } from "../constants/constant.js";
import { constantCalls } from "../constants/constant-calls.js";
import type { Context } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { AssignmentBinding, ClassBinding } from "../names/scope.js";
import type { Expression, FunctionDef } from "../syntax/nodes.js";
import { externalBases, resolutionOrder } from "./class-bases.js";
import { classKind } from "./class-kind.js";
import { attributesOf, methodsOf } from "./class-statements.js";
import { enumMembersOfCall } from "./enum-calls.js";

/** What the kind of an enumeration says of its values. */
interface EnumKind {
  /** The value of `auto()` where it is made of the name. */
  readonly valueOfName: ((name: string) => string) | undefined;
  readonly isFlag: boolean;
  /** Whether code of the user's makes the values of `auto()`. */
  readonly generates: boolean;
  /** What a value becomes; `undefined` where only running Python can tell. */
  readonly converts: (value: Constant) => Constant | undefined;
}

/** The members of an enumeration; `undefined` where the value of one is not known. */
export function enumMembersOf(binding: ClassBinding, context: Context): readonly EnumMember[] | undefined {
  const inner: Context = { ...context, scope: binding.body(), within: undefined };
  const members = enumMembers(binding, inner);
  return members.some((member) => member.value === undefined)
    ? undefined
    : members.flatMap((member) => memberOf(member, binding) ?? []);
}

/** A member of an enumeration, by name; `undefined` where there is none, or its value is not known. */
export function enumMember(
  binding: ClassBinding | AssignmentBinding,
  name: string,
  context: Context,
): EnumMember | undefined {
  if (binding.kind === "assignment") {
    const made =
      binding.value.kind === "Call" ? enumMembersOfCall(binding.value, { ...context, scope: binding.enclosing }) : [];
    return made?.find((member) => member.name === name);
  }
  if (classKind(binding) !== "enum") return undefined;
  const inner: Context = { ...context, scope: binding.body(), within: undefined };
  const found = enumMembers(binding, inner).find((candidate) => candidate.name === name);
  if (found !== undefined && memberMaker(binding) !== undefined) {
    return { kind: "enum-member", name, value: { kind: "opaque", name }, isPlain: false };
  }
  return found && memberOf(found, binding);
}

function memberOf({ name, value }: ReadMember, binding: ClassBinding): EnumMember | undefined {
  if (value === undefined) return undefined;
  const printed = printedAs(name, value, binding);
  const isPlain = [...externalBases(resolutionOrder(binding))].every((base) => plainBases.test(base));
  return { kind: "enum-member", name, value, isPlain, ...(printed === undefined ? {} : { printed }) };
}

/** A member of a plain enumeration is printed as `Color.RED`, one of a `StrEnum` as its value; others as versions differ. */
function printedAs(name: string, value: Constant, binding: ClassBinding): string | undefined {
  const order = resolutionOrder(binding);
  const bases = externalBases(order);
  const prints = order.some((owner) =>
    methodsOf(owner.definition.body).some((method) => /^__(str|repr|format)__$/.test(method.name)),
  );
  if (prints || bases.size !== 1) return undefined;
  return bases.has("enum.Enum")
    ? `${binding.definition.name}.${name}`
    : bases.has("enum.StrEnum") || bases.has("truss_chains.utils.StrEnum")
      ? asString(value)
      : undefined;
}

/** The `__new__` of an enumeration: it makes the values of the members. */
export function memberMaker(binding: ClassBinding): FunctionDef | undefined {
  const methods = resolutionOrder(binding).flatMap((owner) => methodsOf(owner.definition.body));
  return methods.find((method) => method.name === "__new__");
}

/** A member as the body of the class declares it. */
export interface ReadMember {
  readonly name: string;
  readonly expression: Expression;
  readonly value: Constant | undefined;
}

/** The members that the body of a class declares. A further name for a value stands for the member that has it. */
export function enumMembers(binding: ClassBinding, context: Context): readonly ReadMember[] {
  const kind = enumKind(binding);
  const ignored = ignoredNames(binding, context);
  const members: ReadMember[] = [];
  for (const { name, value: given } of attributesOf(binding.definition.body)) {
    const expression = given && memberExpression(given, context);
    if (expression !== undefined && isMemberName(name) && !ignored.includes(name)) {
      const value = memberValue(name, expression, members, kind, context);
      const made = value && kind.converts(value);
      const first =
        made && members.find((member) => member.value !== undefined && isEqual(member.value, made) === true);
      members.push({ name, expression, value: first?.value ?? made });
    }
  }
  return members;
}

/** What makes a member: `member(value)` does, and a function or `nonmember(value)` makes none. */
function memberExpression(given: Expression, context: Context): Expression | undefined {
  const maker = given.kind === "Call" ? externalName(given.func, context.scope) : undefined;
  if (given.kind === "Lambda" || maker === "enum.nonmember") return undefined;
  return given.kind === "Call" && maker === "enum.member" ? argument(given, "value", 0) : given;
}

/** `_ignore_ = ["a", "b"]` */
function ignoredNames(binding: ClassBinding, context: Context): readonly (string | undefined)[] {
  const given = attributesOf(binding.definition.body).find(({ name }) => name === "_ignore_")?.value;
  const names = given === undefined ? undefined : context.reader.fold(given, context);
  return names?.kind === "sequence" ? names.items.map(asString) : (asString(names)?.split(/[\s,]+/) ?? []);
}

function enumKind(binding: ClassBinding): EnumKind {
  const order = resolutionOrder(binding);
  const bases = externalBases(order);
  const generates = order.some((owner) =>
    methodsOf(owner.definition.body).some((method) => method.name === "_generate_next_value_"),
  );
  return {
    valueOfName: valueOfName(bases),
    generates,
    isFlag: bases.has("enum.Flag") || bases.has("enum.IntFlag"),
    converts: conversionOf(bases),
  };
}

/** Python's own `StrEnum` takes names in lower case, that of truss as they are. */
function valueOfName(bases: ReadonlySet<string>): EnumKind["valueOfName"] {
  if (bases.has("truss_chains.utils.StrEnum")) return (name) => name;
  return bases.has("enum.StrEnum") ? (name) => name.toLowerCase() : undefined;
}

/** `_ignore_`, `__slots__` and their like are no members, nor are private names. */
function isMemberName(name: string): boolean {
  return !/^_.*_$/.test(name) && !name.startsWith("__");
}

function memberValue(
  name: string,
  expression: Expression,
  before: readonly ReadMember[],
  kind: EnumKind,
  context: Context,
): Constant | undefined {
  const isAuto = expression.kind === "Call" && externalName(expression.func, context.scope) === "enum.auto";
  if (!isAuto) {
    const value = foldMember(expression, before, context);
    return value?.kind === "opaque" ? undefined : value;
  }
  if (kind.generates) return undefined;
  return kind.valueOfName === undefined ? nextNumber(before, kind) : stringConstant(kind.valueOfName(name));
}

/** `A | B`: in the body of an enumeration the names of earlier members stand for their values. */
function foldMember(expression: Expression, before: readonly ReadMember[], context: Context): Constant | undefined {
  if (expression.kind === "BinaryOperation") {
    const left = foldMember(expression.left, before, context);
    const right = foldMember(expression.right, before, context);
    return left === undefined || right === undefined ? undefined : binary(expression.operator, left, right);
  }
  const named = expression.kind === "Name" ? before.find((member) => member.name === expression.id) : undefined;
  return named === undefined ? context.reader.fold(expression, context) : named.value;
}

/** One more than the highest so far; for flags the next power of two. */
function nextNumber(before: readonly ReadMember[], kind: EnumKind): Constant | undefined {
  const numbers = before.map(({ value }) => Number(value?.kind === "int" ? value.value : asString(value)));
  const highest = Math.max(0, ...numbers.filter(Number.isFinite));
  return intConstant(kind.isFlag && highest > 0 ? 2 ** (Math.floor(Math.log2(highest)) + 1) : highest + 1);
}

/** Bases of an enumeration that leave values as they are. */
const plainBases = /^(enum\.(Enum|Flag)|builtins\.object|abc\.ABC)$/;

/** The types that members are made into by a base beside `Enum`, by the name of the base. */
const conversions: ReadonlyMap<string, string> = new Map([
  ["builtins.str", "builtins.str"],
  ["enum.StrEnum", "builtins.str"],
  ["truss_chains.utils.StrEnum", "builtins.str"],
  ["builtins.int", "builtins.int"],
  ["enum.IntEnum", "builtins.int"],
  ["enum.IntFlag", "builtins.int"],
  ["builtins.float", "builtins.float"],
]);

/** Whether the members of an enumeration with these bases are texts or whole numbers themselves. */
export function hasScalarMembers(bases: Iterable<string>): boolean {
  return [...bases].some((base) => ["builtins.str", "builtins.int"].includes(conversions.get(base) ?? ""));
}

function conversionOf(bases: ReadonlySet<string>): EnumKind["converts"] {
  const mixed = [...bases].filter((base) => !plainBases.test(base));
  if (mixed.length === 0) return (value) => value;
  const types = new Set(mixed.map((base) => conversions.get(base)));
  const [type] = types;
  const convert = types.size === 1 && type !== undefined ? constantCalls.get(type) : undefined;
  // A tuple is taken apart into the arguments of the type.
  return (value) => (value.kind === "sequence" ? undefined : convert?.({ positional: [value], keywords: new Map() }));
}
