import { joined } from "../../joined.js";
import { floatText } from "../values/float-text.js";

/**
 * Makes texts of the floats among the keys of a message: the library gives `1.0` and `1` as the same number, and JSON has two
 * keys for them.
 *
 * @param places - Where they begin, in order.
 * @returns The message itself where there are none.
 */
export function withTextKeys(bytes: Uint8Array, places: readonly number[]): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const at of places) {
    parts.push(bytes.subarray(from, at), shortTextIn(floatText(view.getFloat64(at + 1))));
    from = at + 9;
  }
  return from === 0 ? bytes : joined([...parts, bytes.subarray(from)]);
}

/** A text of less than 32 ASCII characters, as msgpack writes it. */
function shortTextIn(text: string): Uint8Array {
  return Uint8Array.of(0xa0 + text.length, ...new TextEncoder().encode(text));
}
