import type { JsonSchemaObject, JsonValue } from "../../../signature.js";
import type { ConstraintFamily, DecimalType, PythonType } from "./python-type.js";

/** A bound, a length or a pattern, under pydantic's name for it: `gt`, `min_length`. */
export interface Constraint {
  readonly name: string;
  readonly value: JsonValue;
}

/** The names of all constraints. */
export const constraintNames: readonly string[] = [
  "gt",
  "ge",
  "lt",
  "le",
  "multiple_of",
  "min_length",
  "max_length",
  "pattern",
  "max_digits",
  "decimal_places",
];

type Keywords = Readonly<Record<string, string>>;

const numeric: Keywords = {
  gt: "exclusiveMinimum",
  ge: "minimum",
  lt: "exclusiveMaximum",
  le: "maximum",
  multiple_of: "multipleOf",
};
const textual: Keywords = { min_length: "minLength", max_length: "maxLength", pattern: "pattern" };
const items: Keywords = { min_length: "minItems", max_length: "maxItems" };
const properties: Keywords = { min_length: "minProperties", max_length: "maxProperties" };
const outside: Keywords = { min_length: "minLength", max_length: "maxLength" };

const keywordsOf: Readonly<Record<ConstraintFamily, Keywords>> = {
  text: textual,
  number: numeric,
  moment: {},
  none: {},
};

/**
 * Applies a constraint as pydantic does: inside `Optional`, as a keyword where the type takes it in, and otherwise
 * laid over the schema, under its own name where JSON Schema has none.
 */
export function constrain(type: PythonType, constraint: Constraint): PythonType {
  switch (type.kind) {
    case "nullable":
      return { ...type, inner: constrain(type.inner, constraint) };
    case "described":
      return { ...type, inner: constrain(type.inner, constraint) };
    case "modal":
      return type.isSerializer === true
        ? { ...type, validation: constrain(type.validation, constraint) }
        : layOver(type, constraint);
    case "plain": {
      const keyword = keywordsOf[type.constrainedAs][constraint.name];
      const isMoment = type.constrainedAs === "moment" && constraint.name in numeric;
      return keyword === undefined && !isMoment
        ? layOver(type, constraint)
        : { ...type, schema: withKeyword(type.schema, keyword, constraint.value) };
    }
    case "decimal":
      return constrainDecimal(type, constraint);
    case "array":
    case "mapping": {
      const keyword = (type.kind === "array" ? items : properties)[constraint.name];
      return keyword === undefined
        ? layOver(type, constraint)
        : { ...type, lengths: withKeyword(type.lengths, keyword, constraint.value) };
    }
    case "omitted":
    case "refused":
    case "tuple":
      return type;
    default:
      return layOver(type, constraint);
  }
}

function withKeyword(schema: JsonSchemaObject, keyword: string | undefined, value: JsonValue): JsonSchemaObject {
  return keyword === undefined ? schema : { ...schema, [keyword]: value };
}

/** A pattern is checked after the type and leaves no trace. */
function layOver(type: PythonType, { name, value }: Constraint): PythonType {
  const isSeen = name in numeric || name in outside;
  return isSeen ? { kind: "described", inner: type, keywords: { [outside[name] ?? name]: value } } : type;
}

function constrainDecimal(type: DecimalType, { name, value }: Constraint): PythonType {
  if (name === "max_digits" && typeof value === "number") return { ...type, maxDigits: value };
  if (name === "decimal_places" && typeof value === "number") return { ...type, decimalPlaces: value };
  return { ...type, bounds: withKeyword(type.bounds, numeric[name], Number(value)) };
}
