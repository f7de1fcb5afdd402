import { MessageReader } from "./message-reader.js";

/**
 * Reads a message of the model server. Bytes are views of it. What Python marks with maps of its own becomes what JSON has
 * for it, and arrays become {@link NdArray}.
 *
 * @throws TypeError where it is no message, or holds what cannot be read.
 */
export function unpack(bytes: Uint8Array): unknown {
  const reader = new MessageReader(bytes);
  const value = reader.next();
  if (!reader.isAtEnd) throw new TypeError("something follows the message");
  return value;
}
