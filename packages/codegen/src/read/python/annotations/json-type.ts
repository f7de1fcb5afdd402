import type { Constant } from "../constants/constant.js";

/** The JSON type of a constant, as Python's own types have it: whole numbers and others are told apart. */
function jsonType(constant: Constant): string | undefined {
  switch (constant.kind) {
    case "none":
      return "null";
    case "bool":
      return "boolean";
    case "int":
      return "integer";
    case "float":
      return "number";
    case "string":
    case "bytes":
    case "text":
      return "string";
    case "sequence":
      return "array";
    case "enum-member":
      return jsonType(constant.value);
    default:
      return undefined;
  }
}

/** The JSON type that all values have, going by their types in Python. */
export function sharedType(values: readonly Constant[]): string | undefined {
  const types = new Set(values.map(jsonType));
  const [only, ...more] = types;
  return more.length === 0 ? only : undefined;
}
