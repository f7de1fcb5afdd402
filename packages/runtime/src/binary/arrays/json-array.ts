import { arrayOf, bytesOf } from "./array-bytes.js";
import { base64Of, bytesOfBase64 } from "./base64.js";
import { isNdArray, type NdArray } from "./nd-array.js";

/** A numpy array as JSON carries it: truss's `NumpyArrayField`. */
export interface JsonArray {
  /** The items in C order, the least significant byte first, as standard base64. */
  data_b64: string;
  /** The length of each dimension, the outermost first. */
  shape: number[];
  /** The dtype, by its name or by its code: `"float32"`, `"<f4"`. */
  dtype: string;
}

/**
 * Reads an array of a JSON result.
 *
 * @param json - The array as the JSON call returns it.
 * @throws TypeError if it is not such JSON, if JavaScript has no array for the dtype (texts, dates, structures), or if the
 *   parts do not fit each other.
 */
export function fromJsonArray(
  json: Readonly<Omit<JsonArray, "shape">> & { readonly shape: readonly number[] },
): NdArray {
  // Callers may be JavaScript, so that anything can come here.
  const { data_b64, shape, dtype } = Object(json) as Partial<Record<keyof JsonArray, unknown>>;
  if (typeof data_b64 !== "string" || !Array.isArray(shape) || typeof dtype !== "string") {
    throw new TypeError("`json` must be { data_b64, shape, dtype }, as a JSON call gives an array");
  }
  return arrayOf(bytesOfBase64(data_b64), shape, dtype);
}

/**
 * Writes an array for the input of a JSON call.
 *
 * @param array - The array. Where its dtype is `float16`, each number is rounded to the nearest one of 16 bits.
 * @throws TypeError if it is no {@link NdArray}.
 */
export function toJsonArray(array: NdArray): JsonArray {
  if (!isNdArray(array)) throw new TypeError("`array` must be an NdArray: wrap a typed array in one");
  return { data_b64: base64Of(bytesOf(array)), shape: [...array.shape], dtype: array.dtype };
}
