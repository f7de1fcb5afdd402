import { Encoder, type ExtensionCodecType } from "@msgpack/msgpack";
import { bytesOf } from "../arrays/array-bytes.js";
import { parseDtype } from "../arrays/dtypes.js";
import { isNdArray, type NdArray } from "../arrays/nd-array.js";
import { deepest } from "./check-message.js";

/** An array's place in a message. */
interface Place {
  readonly start: number;
  readonly array: NdArray;
}

/** What the library writes before the contents of a value of the sender's own type: here, all of such a value. */
const placeLength = 6;

/**
 * Writes a message for the model server. Of objects, only the properties that are not `undefined` are written.
 *
 * The library has no keys that are bytes, which arrays need. So it leaves a place for each array, an empty value of a type of
 * our own, and says where; the array is put there afterwards.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const places: Place[] = [];
  const extensionCodec = markPlaces(places);
  const message = new Encoder({ extensionCodec, ignoreUndefined: true, maxDepth: deepest }).encodeSharedRef(value);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { start, array } of places) {
    parts.push(message.subarray(at, start), ...arrayParts(array));
    at = start + placeLength;
  }
  return joined([...parts, message.subarray(at)]);
}

function markPlaces(places: Place[]): ExtensionCodecType<undefined> {
  return {
    tryToEncode(value) {
      if (!isNdArray(value)) return null;
      const data = (end: number): Uint8Array => {
        places.push({ start: end - placeLength, array: value });
        return new Uint8Array();
      };
      return { type: 0, data };
    },
    decode: () => undefined,
  };
}

/** The map that msgpack_numpy makes of an array, with its keys as bytes and in this order. */
function arrayParts(array: NdArray): Uint8Array[] {
  const { dtype } = parseDtype(array.dtype);
  const order = dtype.partSize === 1 ? "|" : "<";
  const data = bytesOf(array);
  const fields: [string, unknown][] = [
    ["nd", true],
    ["type", order + dtype.code],
    ["kind", new Uint8Array()],
    ["shape", array.shape],
  ];
  const encoder = new Encoder();
  const texts = fields.flatMap(([key, value]) => [keyBytes(key), encoder.encode(value)]);
  return [Uint8Array.of(0x80 + fields.length + 1), ...texts, keyBytes("data"), binaryHead(data.length), data];
}

function keyBytes(key: string): Uint8Array {
  return Uint8Array.of(0xc4, key.length, ...new TextEncoder().encode(key));
}

/** What stands before bytes: the shortest form that has room for their number, as Python's msgpack writes it. */
function binaryHead(length: number): Uint8Array {
  if (length < 0x100) return Uint8Array.of(0xc4, length);
  if (length < 0x10000) return Uint8Array.of(0xc5, length >> 8, length & 0xff);
  const head = new DataView(new ArrayBuffer(5));
  head.setUint8(0, 0xc6);
  head.setUint32(1, length);
  return new Uint8Array(head.buffer);
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
