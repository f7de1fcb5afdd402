import { isDeepStrictEqual } from "node:util";
import type { JsonSchemaObject } from "../../../signature.js";

/** The keywords that types are made of; any other documents. */
const typing = [
  ...["$ref", "type", "enum", "const", "anyOf", "oneOf", "allOf", "items", "prefixItems"],
  ...["properties", "required", "additionalProperties", "patternProperties"],
];

/** Whether keywords that are laid over a schema make another type of it. */
export function changesType(schema: JsonSchemaObject, keywords: JsonSchemaObject): boolean {
  return typing.some((name) => Object.hasOwn(keywords, name) && !isDeepStrictEqual(keywords[name], schema[name]));
}
