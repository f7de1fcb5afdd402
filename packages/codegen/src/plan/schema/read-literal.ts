import type { JsonValue } from "../../signature.js";
import { undocumented } from "../documentation/documentation.js";
import { unionOf } from "../type-building.js";
import { keyword, type Member, type TypeNode } from "../type-node.js";

/** The type that has the JSON value, and as far as TypeScript can say it, no other. */
export function literalType(value: JsonValue): TypeNode {
  if (value === null) return keyword("null");
  if (typeof value === "number") return numberType(value);
  if (typeof value !== "object") return { kind: "literal", value };
  if (Array.isArray(value)) return listType(value);
  return objectType(value);
}

/** The type of a list of values, of which one is there. */
export function enumType(values: readonly JsonValue[]): TypeNode {
  return unionOf(values.map(literalType));
}

/** A whole number beyond 2^53 was rounded when it was read: its literal would be another number. */
function numberType(value: number): TypeNode {
  const exact = Number.isFinite(value) && !(Number.isInteger(value) && !Number.isSafeInteger(value));
  return exact ? { kind: "literal", value: value === 0 ? 0 : value } : keyword("number");
}

function listType(values: readonly JsonValue[]): TypeNode {
  const elements = values.map((value) => ({ type: literalType(value), optional: false }));
  return { kind: "tuple", elements, readonly: false };
}

function objectType(value: { [key: string]: JsonValue }): TypeNode {
  const members = Object.entries(value).map(
    ([name, content]): Member => ({
      name,
      type: literalType(content),
      optional: false,
      acceptsUndefined: false,
      documentation: undocumented,
    }),
  );
  if (members.length > 0) return { kind: "object", members };
  return { kind: "record", key: keyword("string"), value: keyword("never"), spelledOut: false };
}
