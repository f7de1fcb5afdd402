import { encode } from "@msgpack/msgpack";

/** A text, a boolean, `null` or a whole number. */
export function scalarPart(value: string | number | boolean | null): Uint8Array {
  return encode(value);
}

/** A number as Python's `float` is written, whole or not. */
export function floatPart(value: number): Uint8Array {
  return encode(value, { forceIntegerToFloat: true });
}

/** Bytes. */
export function bytesPart(bytes: Uint8Array): Uint8Array {
  return encode(bytes);
}

/** A list of what is written already. */
export function listPart(items: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([head(items.length, 0x90, 0xdc), ...items]);
}

/** A map of keys and values that are written already. */
export function mapPart(entries: readonly (readonly [key: Uint8Array, value: Uint8Array])[]): Uint8Array {
  return Buffer.concat([head(entries.length, 0x80, 0xde), ...entries.flat()]);
}

/** A map whose keys are bytes, with which the server marks what msgpack has no type for. */
export function markedPart(entries: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return mapPart(Object.entries(entries).map(([key, value]) => [bytesPart(Buffer.from(key)), value]));
}

function head(count: number, small: number, large: number): Uint8Array {
  if (count < 16) return Uint8Array.of(small + count);
  if (count < 0x10000) return Uint8Array.of(large, count >> 8, count & 0xff);
  const bytes = Buffer.alloc(5);
  bytes.writeUInt8(large + 1);
  bytes.writeUInt32BE(count, 1);
  return bytes;
}
