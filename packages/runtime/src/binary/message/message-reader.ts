import { floatText } from "../values/float-text.js";
import { markedValue } from "../values/marked-value.js";
import { deepest } from "./deepest.js";
import { KeyCache } from "./key-cache.js";
import { type Key, keyText } from "./key-text.js";
import { textIn } from "./text-in.js";

/**
 * Reads the values of a message, each as JSON has it. It gives keys that JSON has as well, which is why it is no library:
 * there, `1.0` and `1` are the same number, and bytes are no keys.
 *
 * No memory is taken for what is only announced. A few bytes can announce billions of items, and a few more say so again
 * inside: each value takes at least one byte, so that what is announced has to fit into the bytes that are left. Types of the
 * sender's own are refused; Python's msgpack sends none here.
 */
export class MessageReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;
  /** How many values are announced, and still to come. */
  #due = 1;
  #depth = 0;
  readonly #keys = new KeyCache();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Whether all has been read. */
  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** The next value. Of a key, it is the text, or what the text is made of. */
  next(isKey = false): unknown {
    const first = this.#uint8();
    this.#due -= 1;
    if (first < 0x80) return first;
    if (first < 0x90) return this.#map(first & 0x0f, isKey);
    if (first < 0xa0) return this.#list(first & 0x0f, isKey);
    if (first < 0xc0) return this.#text(first & 0x1f, isKey);
    return first < 0xe0 ? this.#typed(first, isKey) : first - 0x100;
  }

  /** The value after a byte that says its type, and nothing else. */
  #typed(first: number, isKey: boolean): unknown {
    switch (first) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
        return this.#binary(this.#uint8(), isKey);
      case 0xc5:
        return this.#binary(this.#uint16(), isKey);
      case 0xc6:
        return this.#binary(this.#uint32(), isKey);
      case 0xca:
        return float(this.#view.getFloat32(this.#take(4)), isKey);
      case 0xcb:
        return float(this.#view.getFloat64(this.#take(8)), isKey);
      case 0xcc:
        return this.#uint8();
      case 0xcd:
        return this.#uint16();
      case 0xce:
        return this.#uint32();
      case 0xcf:
        return integer(this.#view.getBigUint64(this.#take(8)), isKey);
      case 0xd0:
        return this.#view.getInt8(this.#take(1));
      case 0xd1:
        return this.#view.getInt16(this.#take(2));
      case 0xd2:
        return this.#view.getInt32(this.#take(4));
      case 0xd3:
        return integer(this.#view.getBigInt64(this.#take(8)), isKey);
      case 0xd9:
        return this.#text(this.#uint8(), isKey);
      case 0xda:
        return this.#text(this.#uint16(), isKey);
      case 0xdb:
        return this.#text(this.#uint32(), isKey);
      case 0xdc:
        return this.#list(this.#uint16(), isKey);
      case 0xdd:
        return this.#list(this.#uint32(), isKey);
      case 0xde:
        return this.#map(this.#uint16(), isKey);
      case 0xdf:
        return this.#map(this.#uint32(), isKey);
      default:
        throw new TypeError(`the message has a value of type 0x${first.toString(16)}`);
    }
  }

  #list(length: number, isKey: boolean): unknown[] {
    this.#open(length);
    const items: unknown[] = [];
    for (let index = 0; index < length; index++) items.push(this.next(isKey));
    this.#depth -= 1;
    return items;
  }

  /** A map, or what Python marks with one. Its keys are all bytes then. */
  #map(length: number, isKey: boolean): unknown {
    this.#open(2 * length);
    const entries: Record<string, unknown> = {};
    let mark: string | undefined;
    let isMarked = length > 0;
    for (let index = 0; index < length; index++) {
      isMarked &&= this.#bytes[this.#at] === 0xc4;
      const key = keyText(this.next(true) as Key);
      mark ??= key;
      put(entries, key, this.next());
    }
    this.#depth -= 1;
    const marked = isMarked && mark !== undefined ? markedValue(mark, entries) : undefined;
    if (!isKey) return marked === undefined ? entries : marked;
    if (typeof marked === "string") return marked;
    throw new TypeError("the message has a key that is a map");
  }

  #open(announced: number): void {
    this.#due += announced;
    if (this.#at + this.#due > this.#bytes.length) throw new TypeError("the message is cut off");
    this.#depth += 1;
    if (this.#depth > deepest) throw new TypeError(`the message is nested more than ${deepest} levels deep`);
  }

  #text(length: number, isKey: boolean): string {
    const start = this.#take(length);
    const end = start + length;
    return isKey ? this.#keys.text(this.#bytes, start, end) : textIn(this.#bytes, start, end);
  }

  /** Bytes are views of the message; those of a key are the text that JSON has for it. */
  #binary(length: number, isKey: boolean): Uint8Array | string {
    if (isKey) return this.#text(length, true);
    const start = this.#take(length);
    return this.#bytes.subarray(start, start + length);
  }

  #uint8(): number {
    return this.#view.getUint8(this.#take(1));
  }

  #uint16(): number {
    return this.#view.getUint16(this.#take(2));
  }

  #uint32(): number {
    return this.#view.getUint32(this.#take(4));
  }

  /** Goes on by so many bytes, and gives where they begin. */
  #take(length: number): number {
    const start = this.#at;
    this.#at += length;
    if (this.#at > this.#bytes.length) throw new TypeError("the message is cut off");
    return start;
  }
}

/** JSON has two keys for `1.0` and `1`. */
function float(value: number, isKey: boolean): number | string {
  return isKey ? floatText(value) : value;
}

/** A key keeps all digits. */
function integer(value: bigint, isKey: boolean): number | bigint {
  return isKey ? value : Number(value);
}

/** Makes a property of its own even of `__proto__`. */
function put(entries: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(entries, key, { value, ...plain });
  else entries[key] = value;
}

const plain = { configurable: true, enumerable: true, writable: true };
