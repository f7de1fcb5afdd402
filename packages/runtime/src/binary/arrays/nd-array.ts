import { holds, nativeDtype, parseDtype } from "./dtypes.js";
import { itemCount } from "./item-count.js";
import type { TypedArray } from "./typed-array.js";

/**
 * A numpy array: its items in C order, its shape and its dtype.
 *
 * `Data` is the class of the typed array that holds the items, where it is known: `NdArray<Float32Array>`.
 */
export class NdArray<out Data extends TypedArray = TypedArray> {
  /**
   * The items. `float16` is held as `Float32Array`, `bool` as `Uint8Array` of 0 and 1, `int64` and `uint64` as arrays of
   * bigints; a complex number takes two places, its real part first.
   */
  readonly data: Data;
  /** The length of each dimension, the outermost first. Empty for a single item. */
  readonly shape: readonly number[];
  /** The dtype by numpy's name: `"float32"`. */
  readonly dtype: string;

  /**
   * Creates an array. Nothing is copied.
   *
   * @param data - The items in C order.
   * @param shape - The length of each dimension. Left out, it is one dimension with all items.
   * @param dtype - Left out, it is that of the typed array: `"float32"` for a `Float32Array`. `"bool"`, `"float16"`,
   *   `"complex64"` and `"complex128"` must be given.
   * @throws TypeError if JavaScript has no array for the dtype, `data` is not the one that holds it, or `shape` is no array.
   * @throws RangeError if the shape does not fit the number of items.
   */
  constructor(data: Data, shape?: readonly number[], dtype?: string) {
    const { dtype: known } = parseDtype(dtype ?? nativeDtype(data));
    if (!holds(known, data)) throw new TypeError(`\`data\` is not of type ${known.Holder.name}, for ${known.name}`);
    const items = data.length / known.parts;
    this.shape = shape ?? [items];
    // Callers may be JavaScript: `new NdArray(data, 3)`.
    if (!Array.isArray(this.shape)) throw new TypeError("`shape` must be an array of lengths, the outermost first");
    if (itemCount(this.shape) !== items) {
      throw new RangeError(`the shape [${this.shape.join(", ")}] does not have ${items} items`);
    }
    this.data = data;
    this.dtype = known.name;
  }

  /** Tells an array from other objects, across copies of this package. */
  get [Symbol.toStringTag](): "NdArray" {
    return "NdArray";
  }
}

/** Whether a value is an {@link NdArray}, from any copy of this package. */
export function isNdArray(value: unknown): value is NdArray {
  return Object.prototype.toString.call(value) === "[object NdArray]";
}
