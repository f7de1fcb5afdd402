/** The deepest nesting that is read. Python's msgpack writes no deeper, and no stack overflows here. */
export const deepest: number = 512;

/** What follows the first byte of a value. */
interface Head {
  /** How many bytes lie between the first and the next value, those of a text or of bytes included. */
  readonly skip: number;
  /** How many values it holds: the keys and values of a map, or those of a list, of which the number is below zero. */
  readonly values: number;
}

/**
 * Checks that a message is one whole value before memory is taken for it. A few bytes can announce billions of items, and a
 * few more say so again inside: each value takes at least one byte, so that what is announced has to fit into the bytes that
 * are left. Types of the sender's own are refused; Python's msgpack sends none here.
 *
 * @returns Where the floats of 64 bits among its keys begin, those in keys that are lists included.
 * @throws TypeError where it is not.
 */
export function checkMessage(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** Of each value that is open, how many values in it are still to come. */
  const open: number[] = [-1];
  const floatKeys: number[] = [];
  /** How many values are open around the key that is being read, if one is. */
  let keyLevel = Infinity;
  let announced = 1;
  let at = 0;
  for (let left = open.pop(); left !== undefined; left = open.pop()) {
    if (left === 0) continue;
    const { skip, values } = headAt(view, at);
    if (open.length <= keyLevel) keyLevel = left > 0 && left % 2 === 0 ? open.length : Infinity;
    if (keyLevel < Infinity && view.getUint8(at) === 0xcb) floatKeys.push(at);
    at += 1 + skip;
    announced += Math.abs(values) - 1;
    if (at + announced > bytes.length) throw new TypeError("the message is cut off");
    open.push(left - Math.sign(left), values);
    if (open.length > deepest) throw new TypeError(`the message is nested more than ${deepest} levels deep`);
  }
  if (at < bytes.length) throw new TypeError("something follows the message");
  return floatKeys;
}

function headAt(view: DataView, at: number): Head {
  if (at >= view.byteLength) throw new TypeError("the message is cut off");
  const first = view.getUint8(at);
  if (first < 0x80 || first >= 0xe0) return plain(0);
  if (first < 0x90) return { skip: 0, values: 2 * (first & 0x0f) };
  if (first < 0xa0) return { skip: 0, values: -(first & 0x0f) };
  if (first < 0xc0) return plain(first & 0x1f);
  const fixed = fixedSizes.get(first);
  if (fixed !== undefined) return plain(fixed);
  const counted = counters.get(first);
  if (counted === undefined) throw new TypeError(`the message has a value of type 0x${first.toString(16)}`);
  const [size, each] = counted;
  const count = countAt(view, at + 1, size);
  return each === 0 ? plain(size + count) : { skip: size, values: each * count };
}

function plain(skip: number): Head {
  return { skip, values: 0 };
}

function countAt(view: DataView, at: number, size: 1 | 2 | 4): number {
  if (at + size > view.byteLength) throw new TypeError("the message is cut off");
  if (size === 1) return view.getUint8(at);
  return size === 2 ? view.getUint16(at) : view.getUint32(at);
}

/** nil, false, true, then floats and integers. */
const fixedSizes: ReadonlyMap<number, number> = new Map([
  [0xc0, 0],
  [0xc2, 0],
  [0xc3, 0],
  [0xca, 4],
  [0xcb, 8],
  [0xcc, 1],
  [0xcd, 2],
  [0xce, 4],
  [0xcf, 8],
  [0xd0, 1],
  [0xd1, 2],
  [0xd2, 4],
  [0xd3, 8],
]);

/**
 * What begins with a count: the size of that, and how many values each thing that is counted has. A byte has none, an entry
 * of a map has two, and an item of a list is one, below zero.
 */
const counters: ReadonlyMap<number, readonly [size: 1 | 2 | 4, each: 0 | -1 | 2]> = new Map([
  [0xc4, [1, 0]],
  [0xc5, [2, 0]],
  [0xc6, [4, 0]],
  [0xd9, [1, 0]],
  [0xda, [2, 0]],
  [0xdb, [4, 0]],
  [0xdc, [2, -1]],
  [0xdd, [4, -1]],
  [0xde, [2, 2]],
  [0xdf, [4, 2]],
]);
