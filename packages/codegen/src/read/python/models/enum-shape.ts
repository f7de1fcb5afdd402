import type { JsonSchemaObject } from "../../../signature.js";
import { sharedType } from "../annotations/json-type.js";
import { unknownValue } from "../annotations/problems.js";
import { asString, type Constant, type EnumMember, intConstant, stringConstant } from "../constants/constant.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { externalName } from "../names/resolve.js";
import type { ClassBinding } from "../names/scope.js";
import type { Expression } from "../syntax/nodes.js";
import { type PythonType, plain } from "../types/python-type.js";
import { externalBases, resolutionOrder } from "./class-bases.js";
import { attributesOf, methodsOf } from "./class-statements.js";
import { describe } from "./titles.js";

/** What the kind of an enumeration says of its values. */
interface EnumKind {
  readonly isText: boolean;
  readonly isStrEnum: boolean;
  readonly isFlag: boolean;
}

/** The type of an enumeration: the values of its members. */
export function enumType(binding: ClassBinding, context: Context): PythonType {
  const maker = methodsOf(binding.definition.body).find((method) => method.name === "__new__");
  if (maker !== undefined) {
    const message = `The values of \`${binding.qualifiedName}\` are made by its \`__new__\` and cannot be known without running Python`;
    context.rooms.reporter.warning("TC214", message, locate(maker.nameSpan, context), "use plain values");
    return plain({ title: binding.definition.name });
  }
  const description = describe(binding.definition.docstring);
  return enumSchema(binding.definition.name, description, readMembers(binding, context));
}

/** The type of an enumeration of these members; where a value is not known, none is listed. */
export function enumSchema(
  title: string,
  description: string | undefined,
  members: readonly EnumMember[] | undefined,
): PythonType {
  const schema: JsonSchemaObject = description === undefined ? { title } : { title, description };
  if (members === undefined) {
    return plain(schema);
  }
  const type = sharedType(members);
  const values = members.map((member) => toJson(member, true) ?? null);
  return plain({ ...schema, enum: values, ...(type === undefined || type === "null" ? {} : { type }) });
}

/** The members of an enumeration with their values; `undefined`, with a warning, where one is not known. */
function readMembers(binding: ClassBinding, context: Context): readonly EnumMember[] | undefined {
  const inner: Context = { ...context, scope: binding.body(), within: undefined };
  const members = enumMembers(binding, inner);
  const unknown = members.find((member) => member.value === undefined);
  if (unknown !== undefined) {
    unknownValue(
      `The value of \`${binding.qualifiedName}.${unknown.name}\``,
      "no value is listed",
      unknown.expression,
      inner,
    );
    return undefined;
  }
  return members.flatMap(({ name, value }) => (value === undefined ? [] : [{ kind: "enum-member", name, value }]));
}

/** A member of an enumeration, by name; `undefined` where there is none, or its value is not known. */
export function enumMember(binding: ClassBinding, name: string, context: Context): EnumMember | undefined {
  const inner: Context = { ...context, scope: binding.body(), within: undefined };
  const member = enumMembers(binding, inner).find((candidate) => candidate.name === name);
  return member?.value === undefined ? undefined : { kind: "enum-member", name, value: member.value };
}

interface ReadMember {
  readonly name: string;
  readonly expression: Expression;
  readonly value: Constant | undefined;
}

function enumMembers(binding: ClassBinding, context: Context): readonly ReadMember[] {
  const kind = enumKind(binding);
  const members: ReadMember[] = [];
  for (const { name, value: expression } of attributesOf(binding.definition.body)) {
    if (expression !== undefined && isMemberName(name)) {
      const value = memberValue(name, expression, members, kind, context);
      members.push({ name, expression, value: kind.isText ? asText(value) : value });
    }
  }
  return members;
}

function enumKind(binding: ClassBinding): EnumKind {
  const bases = externalBases(resolutionOrder(binding));
  const isStrEnum = bases.has("enum.StrEnum") || bases.has("truss_chains.utils.StrEnum");
  return {
    isStrEnum,
    isText: isStrEnum || bases.has("builtins.str"),
    isFlag: bases.has("enum.Flag") || bases.has("enum.IntFlag"),
  };
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
    const value = context.rooms.fold(expression, context);
    return value?.kind === "opaque" ? undefined : value;
  }
  return kind.isStrEnum ? stringConstant(name.toLowerCase()) : nextNumber(before, kind);
}

/** One more than the highest so far; for flags the next power of two. */
function nextNumber(before: readonly ReadMember[], kind: EnumKind): Constant | undefined {
  const numbers = before.map(({ value }) => Number(value?.kind === "int" ? value.value : asString(value)));
  const highest = Math.max(0, ...numbers.filter(Number.isFinite));
  return intConstant(kind.isFlag && highest > 0 ? 2 ** (Math.floor(Math.log2(highest)) + 1) : highest + 1);
}

function asText(value: Constant | undefined): Constant | undefined {
  return value?.kind === "int" ? stringConstant(value.value.toString()) : value;
}
