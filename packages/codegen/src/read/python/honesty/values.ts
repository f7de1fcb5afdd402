import type { Constant, EnumMember } from "../constants/constant.js";
import type { DifferenceName } from "./differences.js";

/** What the server does with the values of a `Literal` that its schema does not say. */
export function literalDifference(values: readonly Constant[]): DifferenceName | undefined {
  if (values.some((value) => value.kind === "enum-member" && value.isPlain === true)) return "literalMember";
  return values.some((value) => value.kind === "bytes") ? "literalBytes" : undefined;
}

/** Likewise with the values of an enumeration. */
export function enumDifference(members: readonly EnumMember[], isFlag: boolean): DifferenceName | undefined {
  if (isFlag) return "flag";
  return members.every(({ value }) => isItsJson(value)) ? undefined : "enumValues";
}

/** Whether the JSON that a value is written as is read as an equal value. A list, for one, is equal to no tuple. */
function isItsJson(value: Constant): boolean {
  switch (value.kind) {
    case "none":
    case "bool":
    case "int":
    case "float":
    case "string":
      return true;
    case "sequence":
      return value.type === "list" && value.items.every(isItsJson);
    case "dict":
      return value.entries.every(([key, item]) => key.kind === "string" && isItsJson(item));
    case "enum-member":
      return value.isPlain !== true && isItsJson(value.value);
    default:
      return false;
  }
}
