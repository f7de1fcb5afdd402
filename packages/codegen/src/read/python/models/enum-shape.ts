import type { Location } from "../../../diagnostics/diagnostic.js";
import type { JsonSchemaObject } from "../../../signature.js";
import { introspecting } from "../annotations/introspecting.js";
import { sharedType } from "../annotations/json-type.js";
import { unknownValue } from "../annotations/problems.js";
import type { EnumMember } from "../constants/constant.js";
import { toJson } from "../constants/to-json.js";
import { type Context, locate } from "../context.js";
import { differing } from "../honesty/differences.js";
import { enumDifference } from "../honesty/values.js";
import type { ClassBinding } from "../names/scope.js";
import { type PythonType, plain } from "../types/python-type.js";
import { externalBases, resolutionOrder } from "./class-bases.js";
import { enumMembers, enumMembersOf, memberMaker } from "./enum-members.js";
import { describe } from "./titles.js";

/** The type of an enumeration: the values of its members. */
export function enumType(binding: ClassBinding, context: Context): PythonType {
  const maker = memberMaker(binding);
  if (maker !== undefined) {
    const message = `The values of \`${binding.qualifiedName}\` are created by its \`__new__\` and cannot be known without running Python`;
    context.reader.reporter.warning(
      "TC214",
      message,
      locate(maker.nameSpan, context),
      introspecting("use plain values"),
    );
    return plain({ title: binding.definition.name });
  }
  const description = describe(binding.definition.docstring);
  const { name, nameSpan } = binding.definition;
  const inner: Context = { ...context, scope: binding.enclosing, within: undefined };
  const bases = externalBases(resolutionOrder(binding));
  const isFlag = bases.has("enum.Flag") || bases.has("enum.IntFlag");
  const members = readMembers(binding, context);
  return markEnum(enumSchema(name, description, members), members, isFlag, locate(nameSpan, inner));
}

/** The type of an enumeration of these members; where a value is not known, none is listed. */
export function enumSchema(
  title: string,
  description: string | undefined,
  members: readonly EnumMember[] | undefined,
): PythonType {
  const text = [description, namesOfNumbers(members ?? [])].filter((part) => part !== undefined).join("\n\n");
  const schema: JsonSchemaObject = text === "" ? { title } : { title, description: text };
  if (members === undefined) return plain(schema);
  const type = sharedType(members);
  const values = members.map((member) => toJson(member, true) ?? null);
  const listed = plain({ ...schema, enum: values, ...(type === undefined || type === "null" ? {} : { type }) });
  return { ...listed, isExact: members.every((member) => member.isPlain === true) };
}

/** What each number is called: a text says of itself what it means, and pydantic's schema has no names. */
function namesOfNumbers(members: readonly EnumMember[]): string | undefined {
  const names = new Map<string, string>();
  for (const { name, value } of members) {
    if (value.kind !== "int" && value.kind !== "float") return undefined;
    const number = String(value.value);
    if (!names.has(number)) names.set(number, `\`${name}\` is ${number}`);
  }
  return names.size === 0 ? undefined : `${[...names.values()].join(", ")}.`;
}

/** Says what the server does with an enumeration that its schema does not say. */
export function markEnum(
  type: PythonType,
  members: readonly EnumMember[] | undefined,
  isFlag: boolean,
  location: Location,
): PythonType {
  const difference = members && enumDifference(members, isFlag);
  return difference === undefined ? type : differing(type, difference, location);
}

/** The members of an enumeration with their values; `undefined`, with a warning, where one is not known. */
function readMembers(binding: ClassBinding, context: Context): readonly EnumMember[] | undefined {
  const inner: Context = { ...context, scope: binding.body(), within: undefined };
  const unknown = enumMembers(binding, inner).find((member) => member.value === undefined);
  if (unknown !== undefined) {
    const what = `The value of \`${binding.qualifiedName}.${unknown.name}\``;
    unknownValue(what, "no value is listed", unknown.expression, inner);
  }
  return enumMembersOf(binding, context);
}
