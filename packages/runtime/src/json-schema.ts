/** A value that JSON can express. */
export type JsonSchemaValue = string | number | boolean | null | JsonSchemaValue[] | { [key: string]: JsonSchemaValue };

/** The types that JSON Schema knows. */
export type JsonSchemaType = "string" | "number" | "integer" | "boolean" | "null" | "object" | "array";

/**
 * The JSON Schema (draft 2020-12) of a chain's arguments, as generated modules export it. The keywords that hold schemas or
 * values are typed, so that libraries for validation and forms take it as it is; there may be any others.
 */
export interface JsonSchema {
  title?: string;
  description?: string;
  type?: JsonSchemaType | JsonSchemaType[];
  const?: JsonSchemaValue;
  enum?: JsonSchemaValue[];
  default?: JsonSchemaValue;
  examples?: JsonSchemaValue[];
  $ref?: string;
  $defs?: { [key: string]: JsonSchema | boolean };
  anyOf?: (JsonSchema | boolean)[];
  oneOf?: (JsonSchema | boolean)[];
  allOf?: (JsonSchema | boolean)[];
  not?: JsonSchema | boolean;
  properties?: { [key: string]: JsonSchema | boolean };
  patternProperties?: { [key: string]: JsonSchema | boolean };
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema | boolean;
  required?: string[];
  items?: JsonSchema | boolean;
  prefixItems?: (JsonSchema | boolean)[];
  [keyword: string]: unknown;
}
