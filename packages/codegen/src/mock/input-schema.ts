import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../signature.js";
import { omit, setOwn } from "./json/own-property.js";
import { hasType } from "./validation/schema-view.js";

/** What only plain JSON Schemas say of arguments. */
const plainKeywords = ["additionalProperties", "patternProperties", "propertyNames", "allOf", "anyOf", "oneOf"];

/**
 * The schema of the model that truss generates for the arguments: an argument with a default becomes `Optional[T] = None`,
 * so that the server takes `null` for it even where its type does not.
 */
export function inputSchema(signature: ChainSignature): JsonSchemaObject {
  const { $defs, properties = {}, required = [] } = signature.input ?? {};
  const fields: Record<string, JsonSchema> = {};
  for (const [name, field] of Object.entries(properties)) {
    setOwn(fields, name, required.includes(name) ? field : optional(field));
  }
  const plain = Object.entries(signature.input ?? {}).filter(([keyword]) => plainKeywords.includes(keyword));
  return {
    ...Object.fromEntries(plain),
    ...($defs === undefined ? {} : { $defs }),
    properties: fields,
    ...(required.length === 0 ? {} : { required }),
    title: `${signature.name}Input`,
    type: "object",
  };
}

function optional(field: JsonSchema): JsonSchema {
  if (typeof field === "boolean") return field;
  const { title } = field;
  const type: JsonSchemaObject = omit(field, ["title", "default", "description"]);
  const members = type.anyOf?.some((member) => hasType(member, "null")) === true ? type.anyOf : wrap(type);
  return { anyOf: members, default: null, ...(title === undefined ? {} : { title }) };
}

/** A plain union takes `null` as one more member, as pydantic writes it. */
function wrap(type: JsonSchemaObject): JsonSchema[] {
  const isPlainUnion = type.anyOf !== undefined && Object.keys(type).length === 1;
  return [...(isPlainUnion ? (type.anyOf ?? []) : [type]), { type: "null" }];
}
