import { decodeUtf8 } from "../json/decode-utf8.js";
import { JsonTextError } from "../json/json-text-error.js";
import { MessageError } from "./message-error.js";

/**
 * What follows a value's first byte: a number of bytes, or a count of that size and then as many bytes, of a text or others. An
 * extension has one more, its type.
 */
type Tail = readonly [size: number, counted?: "text" | "bytes" | "extension"];

const tails: ReadonlyMap<number, Tail> = new Map<number, Tail>([
  [0xc4, [1, "bytes"]],
  [0xc5, [2, "bytes"]],
  [0xc6, [4, "bytes"]],
  [0xc7, [1, "extension"]],
  [0xc8, [2, "extension"]],
  [0xc9, [4, "extension"]],
  [0xca, [4]],
  [0xcb, [8]],
  [0xcc, [1]],
  [0xcd, [2]],
  [0xce, [4]],
  [0xcf, [8]],
  [0xd0, [1]],
  [0xd1, [2]],
  [0xd2, [4]],
  [0xd3, [8]],
  [0xd4, [2]],
  [0xd5, [3]],
  [0xd6, [5]],
  [0xd7, [9]],
  [0xd8, [17]],
  [0xd9, [1, "text"]],
  [0xda, [2, "text"]],
  [0xdb, [4, "text"]],
  [0xdc, [2]],
  [0xdd, [4]],
  [0xde, [2]],
  [0xdf, [4]],
]);

/**
 * Refuses a message with a text that is not UTF-8, as Python does; the library reads something else for it. What a list or a
 * map holds stands after its head, so that the values are looked at one after the other.
 *
 * @param message - A message that has been read: it is whole.
 */
export function checkTexts(message: Uint8Array): void {
  const view = Buffer.from(message.buffer, message.byteOffset, message.byteLength);
  for (let at = 0; at < view.length; ) {
    const first = view.readUInt8(at);
    const isShort = first >= 0xa0 && first < 0xc0;
    const [size, counted] = tails.get(first) ?? [0, isShort ? "text" : undefined];
    const start = at + 1 + size;
    const count = isShort ? first & 0x1f : counted === undefined ? 0 : view.readUIntBE(at + 1, size);
    at = start + count + (counted === "extension" ? 1 : 0);
    if (counted === "text") checkText(message.subarray(start, at));
  }
}

function checkText(bytes: Uint8Array): void {
  try {
    decodeUtf8(bytes);
  } catch (cause) {
    throw cause instanceof JsonTextError ? new MessageError(`UnicodeDecodeError: ${cause.message}`) : cause;
  }
}
