import type { JsonSchemaObject } from "../../signature.js";

const keys = ["data_b64", "dtype", "shape"];

/** Whether it is what `NumpyArrayField` has for a schema here: the format tells it from a model with such fields. */
export function isNumpySchema({ properties = {} }: JsonSchemaObject): boolean {
  const data = Object.hasOwn(properties, "data_b64") ? properties["data_b64"] : undefined;
  const isBase64 = typeof data === "object" && data.format === "byte";
  return isBase64 && Object.keys(properties).sort().join() === keys.join();
}
