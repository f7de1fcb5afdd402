import type { JsonSchemaObject } from "../../signature.js";

/**
 * A numpy array as truss's `NumpyArrayField` travels in JSON: the bytes in C order, little-endian, in base64. The schema
 * that the field itself gives names other keys, and is wrong.
 */
export function numpySchema(): JsonSchemaObject {
  return {
    type: "object",
    properties: {
      data_b64: { type: "string", format: "byte" },
      shape: { type: "array", items: { type: "integer" } },
      dtype: { type: "string" },
    },
    required: ["data_b64", "shape", "dtype"],
  };
}
