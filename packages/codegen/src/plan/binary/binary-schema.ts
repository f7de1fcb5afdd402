import { mapSubschemas } from "../../map-subschemas.js";
import type { JsonSchema, JsonSchemaObject } from "../../signature.js";
import { isNumpySchema } from "./is-numpy-schema.js";

/**
 * The schema of a binary call, made of that of the JSON call: bytes are of type `bytes`, and arrays of type `ndarray`, which
 * are types that no schema from outside has.
 */
export function binarySchema(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") return schema;
  const { title, description, default: value, ...others } = schema;
  const said = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    ...(value === undefined ? {} : { default: value }),
  };
  if (isNumpySchema(schema)) return { ...said, type: "ndarray" };
  return withBytes({ ...said, ...mapSubschemas(others, binarySchema) });
}

/**
 * Bytes that JSON carries in base64 are either bytes in Python too, or a text there, or bytes that hold such a text: the
 * signature does not say which. The server takes both.
 */
const bytesTypes: ReadonlyMap<string, readonly string[]> = new Map([
  ["binary", ["bytes"]],
  ["base64", ["string", "bytes"]],
  ["base64url", ["string", "bytes"]],
]);

function withBytes(schema: JsonSchemaObject): JsonSchemaObject {
  const { format, ...others } = schema;
  const inBytes = bytesTypes.get(format ?? "");
  const types = [schema.type ?? []].flat();
  if (inBytes === undefined || !types.includes("string")) return schema;
  const type = types.flatMap((name) => (name === "string" ? inBytes : [name]));
  return { ...(format === "binary" ? others : schema), type };
}
