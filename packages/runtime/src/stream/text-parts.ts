import { joined } from "./byte-parts.js";
import type { StreamReader } from "./stream-reader.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** A mark at the start of the text is the chain's own, and stays. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The text of a stream, in parts that end between two characters. None is empty. The bytes of a character that is cut are
 * kept for the next part by ourselves: where the decoder does it, it is several times slower (Node 20 to 24).
 */
export async function* textParts(reader: StreamReader): AsyncGenerator<string, undefined> {
  let rest: Bytes = new Uint8Array();
  for (;;) {
    const bytes = await reader.read();
    if (bytes === undefined) break;
    const all = rest.length === 0 ? bytes : joined([rest, bytes]);
    const end = endOfCharacters(all);
    rest = all.subarray(end);
    if (end > 0) yield decode(all.subarray(0, end), reader);
  }
  if (rest.length > 0 && !reader.isCancelled) yield decode(rest, reader);
  return undefined;
}

function decode(bytes: Bytes, reader: StreamReader): string {
  try {
    const text = decoder.decode(bytes);
    reader.note(text);
    return text;
  } catch (cause) {
    const help = "Generate the client again: the chain may stream bytes now.";
    throw reader.fail("the stream is not text in UTF-8", { cause, help });
  }
}

/** Where the last character ends of which all bytes are there. What is no character at all is left to the decoder. */
function endOfCharacters(bytes: Bytes): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    const isContinuation = (byte & 0xc0) === 0x80;
    if (!isContinuation) return lengthOf(byte) > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

/** How many bytes a character has that begins with this one. */
function lengthOf(lead: number): number {
  if (lead < 0xc0) return 1;
  if (lead < 0xe0) return 2;
  return lead < 0xf0 ? 3 : 4;
}
