import { Decoder, type DecoderOptions } from "@msgpack/msgpack";
import { revive } from "../values/revive.js";
import { checkMessage } from "./check-message.js";
import { withTextKeys } from "./float-keys.js";
import { binaryKey, shortText, textKey } from "./keys.js";

type KeyDecoder = NonNullable<DecoderOptions["keyDecoder"]>;

/**
 * Reads a message of the model server. Bytes are views of it. What Python marks with maps of its own becomes what JSON has
 * for it, and arrays become {@link NdArray}.
 *
 * @throws TypeError where it is no message, or holds what cannot be read.
 */
export function unpack(bytes: Uint8Array): unknown {
  const message = withTextKeys(bytes, checkMessage(bytes));
  // Integers of 64 bits come as bigints, so that keys keep all their digits.
  const decoder = new Decoder({ useBigInt64: true, keyDecoder, mapKeyConverter: keyOf });
  return revive(decoder.decode(message));
}

/** Reads the keys that are texts. None of them is a key like `__proto__` then, which the library refuses. */
const keyDecoder: KeyDecoder = {
  canBeCached: () => true,
  decode: (bytes, start, length) => textKey(shortText(bytes.subarray(start, start + length))),
};

/** Any other key; bytes are told apart, for they mark what Python alone has. */
function keyOf(key: unknown): string {
  if (typeof key === "string") return key;
  return key instanceof Uint8Array ? binaryKey(shortText(key)) : textKey(keyText(key));
}

/** What JSON has for a key. A list is a tuple, of which pydantic joins the items. */
function keyText(key: unknown): string {
  if (key === null) return "None";
  if (key instanceof Uint8Array) return shortText(key);
  if (Array.isArray(key)) return key.map(keyText).join();
  if (typeof key === "number" || typeof key === "bigint" || typeof key === "boolean") return String(key);
  const text = revive(key);
  if (typeof text === "string") return text;
  throw new TypeError("the message has a key that is a map");
}
