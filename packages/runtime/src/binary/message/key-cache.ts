import { textIn } from "./text-in.js";

/** How many keys are kept. */
const size = 256;

/** The texts of keys. Most come again and again, and V8 finds a property sooner by a text that it knows. */
export class KeyCache {
  readonly #texts: (string | undefined)[] = [];

  /** The text in a part of some bytes: the same one as before, if nothing else took its place. */
  text(bytes: Uint8Array, start: number, end: number): string {
    const first = bytes[start] ?? 0;
    const last = bytes[end - 1] ?? 0;
    const place = (first * 31 + last * 7 + end - start) % size;
    const known = this.#texts[place];
    if (known !== undefined && isText(known, bytes, start, end)) return known;
    const text = textIn(bytes, start, end);
    this.#texts[place] = text;
    return text;
  }
}

/** Whether bytes are a text, which is in ASCII. */
function isText(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0x80 || text.charCodeAt(at - start) !== byte) return false;
  }
  return true;
}
