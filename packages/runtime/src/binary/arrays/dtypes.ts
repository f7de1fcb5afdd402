import type { TypedArray } from "./typed-array.js";

/** What is known of a numpy dtype. */
export interface Dtype {
  /** Its name, as `NdArray` has it and as the JSON form does: `float32`. */
  readonly name: string;
  /** Its code in numpy's array protocol, without the order of bytes: `f4`. */
  readonly code: string;
  /** How many bytes each number takes on the wire. A complex one has two parts of this size. */
  readonly partSize: number;
  /** How many numbers make an item. */
  readonly parts: 1 | 2;
  /** Makes the typed array that holds this many numbers, or those in a buffer. */
  readonly Holder: new (
    source: number | ArrayBuffer,
  ) => TypedArray;
}

type Row = readonly [name: string, code: string, partSize: number, parts: 1 | 2, Holder: Dtype["Holder"]];

const rows: readonly Row[] = [
  ["bool", "b1", 1, 1, Uint8Array],
  ["int8", "i1", 1, 1, Int8Array],
  ["uint8", "u1", 1, 1, Uint8Array],
  ["int16", "i2", 2, 1, Int16Array],
  ["uint16", "u2", 2, 1, Uint16Array],
  ["int32", "i4", 4, 1, Int32Array],
  ["uint32", "u4", 4, 1, Uint32Array],
  ["int64", "i8", 8, 1, BigInt64Array],
  ["uint64", "u8", 8, 1, BigUint64Array],
  ["float16", "f2", 2, 1, Float32Array],
  ["float32", "f4", 4, 1, Float32Array],
  ["float64", "f8", 8, 1, Float64Array],
  ["complex64", "c8", 4, 2, Float32Array],
  ["complex128", "c16", 8, 2, Float64Array],
];

const dtypes: readonly Dtype[] = rows.map(([name, code, partSize, parts, Holder]) => {
  return { name, code, partSize, parts, Holder };
});

/** A dtype, and whether its numbers lie with the most significant byte first. */
export interface OrderedDtype {
  readonly dtype: Dtype;
  readonly isBigEndian: boolean;
}

/** Each text that a dtype may have: its name or its code, with or without an order of bytes. */
const byText: ReadonlyMap<unknown, OrderedDtype> = new Map(
  ["", "<", ">", "=", "|"].flatMap((order) =>
    dtypes.flatMap((dtype) => {
      const ordered = { dtype, isBigEndian: order === ">" };
      return [[order + dtype.name, ordered] as const, [order + dtype.code, ordered] as const];
    }),
  ),
);

/**
 * Reads a dtype as numpy writes one: a name (`float32`), or a code with or without an order of bytes (`<f4`).
 *
 * @throws TypeError where JavaScript has no array for it: texts, dates, objects and structures.
 */
export function parseDtype(text: unknown): OrderedDtype {
  const ordered = byText.get(text);
  if (ordered !== undefined) return ordered;
  throw new TypeError(`an array of dtype ${JSON.stringify(text)} is not supported: only numbers and booleans are`);
}

/** The dtype that a typed array has by itself. */
export function nativeDtype(data: TypedArray): string {
  const fitting = dtypes.filter((dtype) => {
    return dtype.parts === 1 && dtype.name !== "bool" && dtype.name !== "float16" && holds(dtype, data);
  });
  const [dtype] = fitting;
  if (dtype === undefined) throw new TypeError("`data` must be a typed array that numpy has a dtype for");
  return dtype.name;
}

/** Whether a typed array is of the kind that holds a dtype. One of another realm, which Jest makes, is no instance. */
export function holds({ Holder }: Dtype, data: unknown): boolean {
  return data instanceof Holder || Object.prototype.toString.call(data) === `[object ${Holder.name}]`;
}
