import { decimalPatternStart } from "../../decimal-pattern-start.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { getOwn } from "../json/own-property.js";

const numpyKeys = ["data_b64", "dtype", "shape"];

/** Reads a keyword that holds a number. */
export function numberKeyword(schema: JsonSchemaObject, keyword: string): number | undefined {
  const value = getOwn(schema, keyword);
  return typeof value === "number" ? value : undefined;
}

/** Whether it describes the text of a Decimal, which may be more than its pattern admits. */
export function isDecimalText(schema: JsonSchema): boolean {
  if (typeof schema === "boolean" || schema.type !== "string") return false;
  return schema.pattern?.startsWith(decimalPatternStart) === true;
}

/** Whether it is pydantic's Decimal: its text, or a number or its text. */
export function isDecimal(schema: JsonSchemaObject): boolean {
  if (isDecimalText(schema)) return true;
  const [number, text, ...more] = schema.anyOf ?? [];
  if (number === undefined || text === undefined || more.length > 0) return false;
  return hasType(number, "number") && isDecimalText(text);
}

/** Whether it is a numpy array as JSON carries one. */
export function isNumpy(schema: JsonSchemaObject): boolean {
  const keys = Object.keys(schema.properties ?? {}).sort();
  return keys.length === numpyKeys.length && keys.every((key, index) => key === numpyKeys[index]);
}

/** Whether its only type is the given one. */
export function hasType(schema: JsonSchema, type: string): boolean {
  return typeof schema === "object" && schema.type === type;
}

/** The alternatives of a union, with the two halves of a Decimal as one; nothing where it is no union. */
export function alternativesOf(schema: JsonSchemaObject): readonly JsonSchema[] | undefined {
  const { type } = schema;
  if (schema.anyOf !== undefined) return joinDecimals(schema.anyOf);
  if (schema.oneOf !== undefined) return joinDecimals(schema.oneOf);
  if (!Array.isArray(type)) return undefined;
  return type.map((single) => ({ ...schema, type: single }));
}

function joinDecimals(members: readonly JsonSchema[]): readonly JsonSchema[] {
  const joined: JsonSchema[] = [];
  for (const member of members) {
    const before = joined.at(-1);
    if (before !== undefined && hasType(before, "number") && isDecimalText(member)) {
      joined.splice(-1, 1, { anyOf: [before, member] });
    } else {
      joined.push(member);
    }
  }
  return joined;
}

/** The kind of value it describes; guessed from its keywords where it has no `type`. */
export function kindOf(schema: JsonSchemaObject): string | undefined {
  if (typeof schema.type === "string") return schema.type;
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return "object";
  if (schema.prefixItems !== undefined || schema.items !== undefined) return "array";
  return undefined;
}

/** A schema of an object's names, which need not say that they are texts, as a schema that does. */
export function asText(names: JsonSchema): JsonSchema {
  return typeof names === "object" && names.$ref === undefined ? { type: "string", ...names } : names;
}
