import type { JsonSchemaObject } from "../../../signature.js";
import type { Constant } from "../constants/constant.js";
import { jsonForm } from "../constants/to-json.js";
import { fieldTitle } from "../models/titles.js";
import type { ComputedField, Extra, Field } from "../types/definition.js";
import type { PythonType } from "../types/python-type.js";
import type { Generation } from "./generation.js";
import { typeSchema } from "./type-schema.js";

/** The key of a field in the mode of a generation. */
export function keyOf(field: Field, { mode }: Generation): string {
  const alias = mode.direction === "validation" ? field.validationAlias : field.serializationAlias;
  return (mode.byAlias ? alias : undefined) ?? field.name;
}

/** The schema of a field under its key; `undefined` where the field is left out. */
export function fieldSchema(field: Field, key: string, generation: Generation): JsonSchemaObject | undefined {
  const serialized = generation.mode.direction === "serialization" ? field.serializesAs : undefined;
  const schema = typeSchema(serialized ?? field.type, generation);
  if (schema === undefined) return undefined;
  const own: JsonSchemaObject = {
    ...(isSentAsNull(field, generation) ? { anyOf: [schema, { type: "null" }] } : schema),
    ...(serialized === undefined ? defaultOf(field, generation) : {}),
    ...(hasTitle(field.type) ? { title: fieldTitle(key) } : {}),
    ...field.keywords,
  };
  return withExtra(own, field.extra, generation);
}

/** A schema with what a `json_schema_extra` lays over it. */
export function withExtra(
  schema: JsonSchemaObject,
  { keywords, difference }: Extra,
  generation: Generation,
): JsonSchemaObject {
  generation.mention(difference, schema);
  return { ...schema, ...keywords };
}

/** JSON has neither NaN nor infinity: a field that defaults to one of them comes as `null`. */
function isSentAsNull(field: Field, { mode }: Generation): boolean {
  const { default: given } = field;
  const isFloat = given.kind === "constant" && given.value.kind === "float";
  return mode.requireSent && isFloat && !Number.isFinite(given.value.value);
}

/** The schema of a computed field under its key. */
export function computedFieldSchema(field: ComputedField, key: string, generation: Generation): JsonSchemaObject {
  const own: JsonSchemaObject = {
    ...(typeSchema(field.type, generation) ?? {}),
    readOnly: true,
    ...(hasTitle(field.type) ? { title: fieldTitle(key) } : {}),
    ...field.keywords,
  };
  return withExtra(own, field.extra, generation);
}

/** The default of a field where JSON can say it. One that turns out not to be known is reported. */
function defaultOf({ default: given, type }: Field, generation: Generation): JsonSchemaObject {
  if (given.kind !== "constant") return {};
  const { direction, byAlias } = generation.mode;
  const written = direction === "serialization" ? writtenDefault(type, given.value) : given.value;
  const form = written === undefined ? undefined : jsonForm(written, byAlias, generation.asModelsSay);
  if (form === undefined || form.kind === "unknown") {
    given.reportLoss();
  }
  return form?.kind === "value" ? { default: form.value } : {};
}

/** A default as pydantic shows it going out: what the serializer of its type makes of it. */
function writtenDefault(type: PythonType, value: Constant): Constant | undefined {
  if (type.kind !== "described") return value;
  return type.writesDefault === undefined ? writtenDefault(type.inner, value) : type.writesDefault(value);
}

/** What has a definition, or is one or `None`, has its title there. */
function hasTitle(type: PythonType): boolean {
  switch (type.kind) {
    case "reference":
      return false;
    case "nullable":
    case "described":
      return hasTitle(type.inner);
    case "modal":
      return type.isSerializer !== true || hasTitle(type.validation);
    default:
      return true;
  }
}
