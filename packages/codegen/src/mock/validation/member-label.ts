import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { choicesOf } from "./check-scalar.js";
import { textFormats } from "./formats/text-formats.js";
import { pythonRepr } from "./python-repr.js";
import type { Resolve } from "./resolve-reference.js";
import { alternativesOf, hasType, isDecimal, kindOf } from "./schema-view.js";

const scalarNames: ReadonlyMap<string, string> = new Map([
  ["integer", "int"],
  ["number", "float"],
  ["string", "str"],
  ["boolean", "bool"],
  ["null", "none"],
]);
const constraints: ReadonlyMap<string, readonly string[]> = new Map([
  ["integer", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
  ["number", ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]],
  ["string", ["minLength", "maxLength", "pattern"]],
]);

/** The name that pydantic gives a union's member in locations, such as `int`, `list[str]` or `literal['a','b']`. */
export function memberLabel(member: JsonSchema, resolve: Resolve): string {
  const schema = resolve(member);
  if (typeof schema === "boolean") return "any";
  const choices = choicesOf(schema);
  if (choices !== undefined) {
    const isEnum = member !== schema && schema.title !== undefined;
    return isEnum ? `enum[${schema.title}]` : `literal[${choices.map(pythonRepr).join(",")}]`;
  }
  if (isDecimal(schema)) return "decimal";
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return unionLabel(schema, alternatives, resolve);
  return kindLabel(schema, resolve);
}

function unionLabel(schema: JsonSchemaObject, alternatives: readonly JsonSchema[], resolve: Resolve): string {
  const members = alternatives.filter((member) => !hasType(member, "null"));
  const labels = members.map((member) => memberLabel(member, resolve)).join(",");
  const kind = schema.discriminator === undefined ? "union" : "tagged-union";
  const label = members.length === 1 ? labels : `${kind}[${labels}]`;
  return members.length < alternatives.length ? `nullable[${label}]` : label;
}

function kindLabel(schema: JsonSchemaObject, resolve: Resolve): string {
  const kind = kindOf(schema);
  if (kind === "array") return arrayLabel(schema, resolve);
  if (kind === "object") return objectLabel(schema, resolve);
  return scalarLabel(schema, kind ?? "any");
}

function scalarLabel(schema: JsonSchemaObject, kind: string): string {
  const format = textFormats.get(schema.format ?? "");
  if (kind === "string" && format !== undefined) return format.label;
  const name = schema.format === "binary" ? "bytes" : (scalarNames.get(kind) ?? kind);
  const isConstrained = constraints.get(kind)?.some((keyword) => schema[keyword] !== undefined) === true;
  return isConstrained ? `constrained-${name}` : name;
}

function arrayLabel(schema: JsonSchemaObject, resolve: Resolve): string {
  if (schema.prefixItems !== undefined) {
    return `tuple[${schema.prefixItems.map((item) => memberLabel(item, resolve)).join(", ")}]`;
  }
  const item = memberLabel(schema.items ?? true, resolve);
  return schema["uniqueItems"] === true ? `set[${item}]` : `list[${item}]`;
}

function objectLabel(schema: JsonSchemaObject, resolve: Resolve): string {
  if (schema.properties !== undefined) return schema.title ?? "dict[str,any]";
  const { additionalProperties: values = true } = schema;
  if (values === true) return "dict[str,any]";
  return `dict[str,${memberLabel(values, resolve)}]`;
}
