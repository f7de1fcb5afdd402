import type { JsonSchema, JsonSchemaObject } from "../../../signature.js";
import type { Field, ObjectShape, RootShape, Shape } from "../types/definition.js";
import { computedFieldSchema, fieldSchema, keyOf, withExtra } from "./field-schema.js";
import type { Generation } from "./generation.js";
import { schemaOf } from "./type-schema.js";

/** The schema of a definition in the mode of a generation. */
export function shapeSchema(shape: Shape, outer: Generation): JsonSchemaObject {
  const generation = outer.within(shape);
  switch (shape.kind) {
    case "object":
      return objectSchema(shape, generation);
    case "root":
      return rootSchema(shape, generation);
    case "row":
      return rowSchema(shape.fields, generation);
    case "type":
      return schemaOf(shape.type, generation);
  }
}

/** The fields that a schema shows in its mode. */
function shownFields(fields: readonly Field[], { mode }: Generation): readonly Field[] {
  return mode.direction === "validation" ? fields : fields.filter((field) => field.excluded !== "always");
}

function objectSchema(shape: ObjectShape, generation: Generation): JsonSchemaObject {
  const isOutput = generation.mode.direction === "serialization";
  if (isOutput && shape.serializesAs !== undefined) return schemaOf(shape.serializesAs, generation);
  const properties: [string, JsonSchema][] = [];
  const required: string[] = [];
  for (const field of shownFields(shape.fields, generation)) {
    const key = keyOf(field, generation);
    const schema = fieldSchema(field, key, generation);
    if (schema !== undefined) {
      properties.push([key, schema]);
      if (isRequired(field, shape, generation)) {
        required.push(key);
      }
    }
  }
  for (const field of isOutput ? shape.computed : []) {
    const key = (generation.mode.byAlias ? field.alias : undefined) ?? field.name;
    properties.push([key, computedFieldSchema(field, key, generation)]);
    required.push(key);
  }
  const schema: JsonSchemaObject = {
    ...heading(shape),
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    ...additional(shape.additional, generation),
  };
  return withExtra(schema, shape.extra, generation);
}

function heading({ title, description }: ObjectShape | RootShape): JsonSchemaObject {
  return description === undefined ? { title } : { title, description };
}

function isRequired(field: Field, shape: ObjectShape, { mode }: Generation): boolean {
  if (mode.direction === "validation") return field.default.kind === "required";
  const isAlwaysSent = field.excluded === "never";
  return isAlwaysSent && (field.default.kind === "required" || mode.requireSent || shape.defaultsRequired);
}

function additional(type: ObjectShape["additional"], generation: Generation): JsonSchemaObject {
  if (type === undefined) return {};
  return { additionalProperties: typeof type === "boolean" ? type : schemaOf(type, generation) };
}

function rootSchema(shape: RootShape, generation: Generation): JsonSchemaObject {
  const content = fieldSchema(shape.field, shape.field.name, generation);
  const { keywords } = shape.field;
  const title = typeof keywords.title === "string" ? keywords.title : shape.title;
  const described = shape.description === undefined ? {} : { description: shape.description };
  return withExtra({ ...content, ...described, title }, shape.extra, generation);
}

/** The schema of a named tuple: its items have the titles of arguments, and those with a default need not be given. */
function rowSchema(fields: readonly Field[], generation: Generation): JsonSchemaObject {
  const { byAlias, requireSent } = generation.mode;
  const required = requireSent ? fields : fields.filter((field) => field.default.kind === "required");
  const prefixItems = fields.map((field) => {
    const key = (byAlias ? field.validationAlias : undefined) ?? field.name;
    return fieldSchema(field, key, generation) ?? {};
  });
  const base: JsonSchemaObject = prefixItems.length === 0 ? { type: "array" } : { type: "array", prefixItems };
  return { ...base, ...(required.length === 0 ? {} : { minItems: required.length }), maxItems: prefixItems.length };
}
