import { type Dtype, parseDtype } from "./dtypes.js";
import { fromHalves, toHalves } from "./half.js";
import { itemCount } from "./item-count.js";
import { NdArray } from "./nd-array.js";
import type { TypedArray } from "./typed-array.js";

/**
 * Makes an array of its bytes, which are copied. Every machine that JavaScript runs on has the least significant byte
 * first, as most arrays do; others are turned round.
 *
 * @throws TypeError where the dtype cannot be held, or the bytes are not those of such an array.
 */
export function arrayOf(bytes: Uint8Array, shape: readonly unknown[], dtypeText: string): NdArray {
  const { dtype, isBigEndian } = parseDtype(dtypeText);
  const count = itemCount(shape);
  if (bytes.length !== count * dtype.parts * dtype.partSize) {
    throw new TypeError(`${bytes.length} bytes are not an array of ${dtype.name} and shape ${JSON.stringify(shape)}`);
  }
  const own = new Uint8Array(bytes);
  if (isBigEndian) turnRound(own, dtype.partSize);
  return new NdArray(numbersIn(own.buffer, dtype), shape as readonly number[], dtype.name);
}

/** The bytes of an array, in C order with the least significant byte first. They may be those of the array itself. */
export function bytesOf({ data, dtype }: NdArray): Uint8Array {
  const numbers = dtype === "float16" ? toHalves(data as Float32Array) : data;
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

function numbersIn(buffer: ArrayBuffer, { name, Holder }: Dtype): TypedArray {
  return name === "float16" ? fromHalves(new Uint16Array(buffer)) : new Holder(buffer);
}

function turnRound(bytes: Uint8Array, size: number): void {
  for (let start = 0; start < bytes.length; start += size) bytes.subarray(start, start + size).reverse();
}
