import { isEqual } from "../constants/compare.js";
import { type Constant, stringConstant } from "../constants/constant.js";
import type { ConstantArguments } from "../constants/constant-arguments.js";
import type { Context } from "../context.js";
import type { ClassBinding } from "../names/scope.js";
import type { Definition } from "../types/definition.js";
import { type ClassKind, classKind } from "./class-kind.js";
import { enumMembersOf } from "./enum-members.js";

/** Gives the definition of a class that is no generic one. */
type Define = (binding: ClassBinding, kind: ClassKind, context: Context) => Definition | undefined;

/** What calling a class of the program with constants makes; `undefined` where only running it can tell. */
export function construct(
  binding: ClassBinding,
  given: ConstantArguments,
  context: Context,
  define: Define,
): Constant | undefined {
  const kind = classKind(binding);
  switch (kind) {
    case "typed-dict":
      return keywordsAsEntries(given);
    case "enum":
      return memberByValue(binding, given, context);
    case "other":
      return undefined;
    default: {
      const definition = define(binding, kind, context);
      return definition && { kind: "instance", definition, ...given };
    }
  }
}

function keywordsAsEntries({ positional, keywords }: ConstantArguments): Constant | undefined {
  const entries = [...keywords].map(([name, value]) => [stringConstant(name), value] as const);
  return positional.length === 0 ? { kind: "dict", entries } : undefined;
}

/** `Color("red")` is the member with this value. */
function memberByValue(
  binding: ClassBinding,
  { positional: [value], keywords }: ConstantArguments,
  context: Context,
): Constant | undefined {
  if (value === undefined || keywords.size > 0) return undefined;
  return enumMembersOf(binding, context)?.find((member) => isEqual(member.value, value) === true);
}
