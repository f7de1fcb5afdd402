import { Decoder, type DecoderOptions } from "@msgpack/msgpack";
import type { JsonValue } from "../../signature.js";
import { checkTexts } from "./check-texts.js";
import { MessageError } from "./message-error.js";
import { reviveMessage } from "./revive-message.js";

type KeyDecoder = NonNullable<DecoderOptions["keyDecoder"]>;

const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** Texts have a letter in front of them while they are keys: none is `__proto__` then, and bytes are told apart. */
const keyDecoder: KeyDecoder = {
  canBeCached: () => true,
  decode: (bytes, start, length) => `t${utf8.decode(bytes.subarray(start, start + length))}`,
};

/**
 * Reads a msgpack message as the model server does, into what the same input is in JSON.
 *
 * @throws MessageError with what Python raises, where it is none.
 */
export function readMessage(bytes: Uint8Array): JsonValue {
  const limits = { maxArrayLength: bytes.length, maxMapLength: bytes.length };
  try {
    const decoder = new Decoder({ ...limits, useBigInt64: true, keyDecoder, mapKeyConverter: keyOf });
    const value = decoder.decode(bytes);
    checkTexts(bytes);
    return reviveMessage(value);
  } catch (cause) {
    throw cause instanceof MessageError ? cause : new MessageError(raisedFor(cause));
  }
}

function keyOf(key: unknown): string {
  if (typeof key === "string") return key;
  if (key instanceof Uint8Array) return `b${utf8.decode(key)}`;
  const type = typeof key === "boolean" ? "bool" : key === null ? "NoneType" : typeof key === "object" ? "list" : "int";
  throw new MessageError(`ValueError: ${type} is not allowed for map key when strict_map_key=True`);
}

/** The library's words in Python's. */
function raisedFor(cause: unknown): string {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (/call stack/i.test(reason)) return "StackError: ";
  if (/^Extra/.test(reason)) return "ExtraData: unpack(b) received extra data.";
  return /^Unrecognized/.test(reason) ? "FormatError: " : "ValueError: Unpack failed: incomplete input";
}
