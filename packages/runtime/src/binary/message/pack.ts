import { Encoder, type ExtensionCodecType } from "@msgpack/msgpack";
import { joined } from "../../joined.js";
import { bytesOf } from "../arrays/array-bytes.js";
import { parseDtype } from "../arrays/dtypes.js";
import { isNdArray, type NdArray } from "../arrays/nd-array.js";
import { deepest } from "./deepest.js";

/** An array's place in a message: where the library wrote what comes before its bytes, and the bytes. */
type Place = readonly [start: number, end: number, data: Uint8Array];

/** What the library writes before a value of the sender's own type. It is taken out again. */
const markLength = 6;

/**
 * Writes a message for the model server. Of objects, only the properties that are not `undefined` are written.
 *
 * The library has no keys that are bytes, which arrays need. So each array is a value of a type of our own to it, which has all
 * of the array but its bytes: they are put in afterwards, and are copied once that way.
 */
export function pack(value: unknown): Uint8Array<ArrayBuffer> {
  const places: Place[] = [];
  const extensionCodec = arrayCodec(places);
  const message = new Encoder({ extensionCodec, ignoreUndefined: true, maxDepth: deepest }).encodeSharedRef(value);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const [start, end, data] of places) {
    parts.push(message.subarray(at, start - markLength), message.subarray(start, end), binaryHead(data.length), data);
    at = end;
  }
  return joined([...parts, message.subarray(at)]);
}

function arrayCodec(places: Place[]): ExtensionCodecType<undefined> {
  const encoder = new Encoder();
  return {
    tryToEncode(value) {
      if (!isNdArray(value)) return null;
      const data = (start: number): Uint8Array => {
        const head = arrayHead(encoder, value);
        places.push([start, start + head.length, bytesOf(value)]);
        return head;
      };
      return { type: 0, data };
    },
    decode: () => undefined,
  };
}

const [nd, type, kind, shape, data] = ["nd", "type", "kind", "shape", "data"].map((key) =>
  new TextEncoder().encode(key),
);

/** The map that msgpack_numpy makes of an array, with its keys as bytes and in this order, but for the bytes of the last. */
function arrayHead(encoder: Encoder, array: NdArray): Uint8Array {
  const { dtype } = parseDtype(array.dtype);
  const code = (dtype.partSize === 1 ? "|" : "<") + dtype.code;
  const entries = [nd, true, type, code, kind, new Uint8Array(), shape, array.shape, data];
  // A list of keys and values is written as a map of them is, but for its first byte.
  const head = encoder.encodeSharedRef(entries);
  head[0] = 0x85;
  return head;
}

/** What stands before bytes: the shortest form that has room for their number, as Python's msgpack writes it. */
function binaryHead(length: number): Uint8Array {
  if (length < 0x100) return Uint8Array.of(0xc4, length);
  if (length < 0x10000) return Uint8Array.of(0xc5, length >> 8, length);
  return Uint8Array.of(0xc6, length >> 24, length >> 16, length >> 8, length);
}
