import { mapSubschemas } from "../../map-subschemas.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { numpySchema } from "../schema/numpy-schema.js";

/**
 * Mends the schema that truss gives for a numpy array: it names a key `data`, while the wire carries `data_b64` and
 * knows arrays without any dimension.
 */
export function restoreNumpy(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  if (isNumpy(schema)) return { ...numpySchema(), ...(schema.title === undefined ? {} : { title: schema.title }) };
  return mapSubschemas(schema, restoreNumpy);
}

function isNumpy(schema: JsonSchemaObject): boolean {
  const properties = schema.properties ?? {};
  const data = Object.hasOwn(properties, "data") ? properties["data"] : undefined;
  const keys = Object.keys(properties).sort().join();
  return keys === "data,dtype,shape" && typeof data === "object" && data.format === "byte";
}
