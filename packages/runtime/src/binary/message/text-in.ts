/** Past this many bytes, a decoder takes less time than a loop does. */
const short = 32;

// A mark at the start of a text is its own.
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text in a part of some bytes. It is short and ASCII nearly always: then a decoder would take longer than it does. */
export function textIn(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || end - start > short) return utf8.decode(bytes.subarray(start, end));
    text += String.fromCharCode(byte);
  }
  return text;
}
