import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { isJsonText } from "./check-json-text.js";
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

/** Gives the label of a part of a member. */
type LabelOf = (part: JsonSchema) => string;

/** The name that pydantic gives a union's member in locations, such as `int`, `list[str]` or `literal['a','b']`. */
export function memberLabel(member: JsonSchema, resolve: Resolve): string {
  return label(member, resolve, []);
}

/** The label of a member inside those of some references: an alias that contains itself is `...` there. */
function label(member: JsonSchema, resolve: Resolve, within: readonly string[]): string {
  const reference = typeof member === "object" ? member.$ref : undefined;
  if (reference !== undefined && within.includes(reference)) return "...";
  const inside = reference === undefined ? within : [...within, reference];
  return labelTarget(member, resolve(member), (part) => label(part, resolve, inside));
}

function labelTarget(member: JsonSchema, schema: JsonSchema, labelOf: LabelOf): string {
  if (typeof schema === "boolean") return "any";
  const choices = choicesOf(schema);
  if (choices !== undefined) {
    const isEnum = member !== schema && schema.title !== undefined;
    return isEnum ? `enum[${schema.title}]` : `literal[${choices.map(pythonRepr).join(",")}]`;
  }
  if (isDecimal(schema)) return "decimal";
  const alternatives = alternativesOf(schema);
  if (alternatives !== undefined) return unionLabel(schema, alternatives, labelOf);
  return kindLabel(schema, labelOf);
}

function unionLabel(schema: JsonSchemaObject, alternatives: readonly JsonSchema[], labelOf: LabelOf): string {
  const members = alternatives.filter((member) => !hasType(member, "null"));
  const labels = members.map(labelOf).join(",");
  const kind = schema.discriminator === undefined ? "union" : "tagged-union";
  const joined = members.length === 1 ? labels : `${kind}[${labels}]`;
  return members.length < alternatives.length ? `nullable[${joined}]` : joined;
}

function kindLabel(schema: JsonSchemaObject, labelOf: LabelOf): string {
  const kind = kindOf(schema);
  if (kind === "array") return arrayLabel(schema, labelOf);
  if (kind === "object") return objectLabel(schema, labelOf);
  if (isJsonText(schema)) return `json[${labelOf(schema.contentSchema ?? true)}]`;
  return scalarLabel(schema, kind ?? "any");
}

function scalarLabel(schema: JsonSchemaObject, kind: string): string {
  const format = textFormats.get(schema.format ?? "");
  if (kind === "string" && format !== undefined) return format.label;
  const name = schema.format === "binary" ? "bytes" : (scalarNames.get(kind) ?? kind);
  const isConstrained = constraints.get(kind)?.some((keyword) => schema[keyword] !== undefined) === true;
  return isConstrained ? `constrained-${name}` : name;
}

function arrayLabel(schema: JsonSchemaObject, labelOf: LabelOf): string {
  if (schema.prefixItems !== undefined) return `tuple[${schema.prefixItems.map(labelOf).join(", ")}]`;
  const item = labelOf(schema.items ?? true);
  return schema["uniqueItems"] === true ? `set[${item}]` : `list[${item}]`;
}

function objectLabel(schema: JsonSchemaObject, labelOf: LabelOf): string {
  if (schema.properties !== undefined) return schema.title ?? "dict[str,any]";
  const { additionalProperties: values = true } = schema;
  if (values === true) return "dict[str,any]";
  return `dict[str,${labelOf(values)}]`;
}
