import { joined } from "../../joined.js";

type Bytes = Uint8Array<ArrayBuffer>;

/** Bytes that came in parts of any length, to be taken in others. They are copied only where one part is not enough. */
export class ByteQueue {
  #bytes: Bytes = new Uint8Array();
  /** Where the bytes begin that are not taken yet. */
  #start = 0;
  #later: Bytes[] = [];
  #length = 0;

  /** How many bytes there are. */
  get length(): number {
    return this.#length;
  }

  add(part: Bytes): void {
    this.#later.push(part);
    this.#length += part.length;
  }

  /** One of the first bytes, of which there are more. */
  at(index: number): number {
    this.#gather(index + 1);
    return this.#bytes[this.#start + index] ?? 0;
  }

  /** Takes the first bytes away, of which there are enough, and gives those after the first few. */
  take(count: number, skipped: number): Bytes {
    this.#gather(count);
    const start = this.#start + skipped;
    this.#start += count;
    this.#length -= count;
    return this.#bytes.subarray(start, this.#start);
  }

  /** Joins the parts, if the first bytes are in several. */
  #gather(count: number): void {
    if (this.#bytes.length - this.#start >= count) return;
    const rest = this.#bytes.subarray(this.#start);
    const parts = rest.length === 0 ? this.#later : [rest, ...this.#later];
    const [first] = parts;
    this.#bytes = parts.length === 1 && first !== undefined ? first : joined(parts);
    this.#start = 0;
    this.#later = [];
  }
}
