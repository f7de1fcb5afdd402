import type { JsonValue } from "../../signature.js";
import { numberLiteral, propertyKey, stringLiteral } from "../literal.js";
import { type AssignmentLayout, assignment } from "./assignment.js";
import { type Doc, fill, group, ifBreak, indent, line, list, softline } from "./doc.js";

/** A key as short as this gains nothing from a value on a line of its own. */
const shortKey = 5;

/** Values inside a value whose type has to be said, and the names of these types. */
export type TypedParts = ReadonlyMap<JsonValue, string>;

const nothingTyped: TypedParts = new Map();

/** A JSON value as an expression. */
export function valueDoc(value: JsonValue, typed: TypedParts = nothingTyped): Doc {
  if (typeof value === "string") return stringLiteral(value);
  if (typeof value === "number") return numberLiteral(value);
  if (typeof value !== "object" || value === null) return String(value);
  const doc = Array.isArray(value) ? listDoc(value, typed) : objectDoc(value, [], typed);
  const type = typed.get(value);
  return type === undefined ? doc : [doc, ` as ${type}`];
}

/** An object of JSON values as an expression; further properties, which are no values, come after them. */
export function objectDoc(
  value: Readonly<Record<string, JsonValue>>,
  further: readonly Doc[] = [],
  typed: TypedParts = nothingTyped,
): Doc {
  const known = Object.entries(value).map(([name, content]) => propertyDoc(name, content, typed));
  const properties = [...known, ...further];
  return properties.length === 0 ? "{}" : group(list("{", properties, "}", line));
}

/** `__proto__` is written so that it makes a property. */
function propertyDoc(name: string, value: JsonValue, typed: TypedParts): Doc {
  const key = name === "__proto__" ? '["__proto__"]' : propertyKey(name);
  return assignment(propertyLayout(key, value), `${key}:`, valueDoc(value, typed));
}

function propertyLayout(key: string, value: JsonValue): AssignmentLayout {
  if (key.length < shortKey || typeof value === "boolean") return "never-after-operator";
  if (typeof value === "number" && value >= 0) return "never-after-operator";
  return typeof value === "string" ? "after-operator" : "fluid";
}

function listDoc(items: readonly JsonValue[], typed: TypedParts): Doc {
  if (items.length === 0) return "[]";
  if (items.every((item) => typeof item === "number")) return numbersDoc(items);
  const shouldBreak = items.length > 1 && (items.every(isLongList) || items.every(isLongObject));
  return group(
    list(
      "[",
      items.map((item) => group(valueDoc(item, typed))),
      "]",
    ),
    { shouldBreak },
  );
}

/** Numbers fill their lines. */
function numbersDoc(numbers: readonly number[]): Doc {
  const id = Symbol("numbers");
  const last = numbers.length - 1;
  const parts = numbers.flatMap((value, index): Doc[] =>
    index === last ? [[numberLiteral(value), ifBreak(",", "", { groupId: id })]] : [[numberLiteral(value), ","], line],
  );
  return group(["[", indent([softline, fill(parts)]), softline, "]"], { id });
}

function isLongList(value: JsonValue): boolean {
  return Array.isArray(value) && value.length > 1;
}

function isLongObject(value: JsonValue): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 1;
}
