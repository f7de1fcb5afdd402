import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { fromJsonArray, isNdArray, NdArray, type TypedArray, toJsonArray } from "../../src/binary/index.js";
import { pack } from "../../src/binary/message/pack.js";
import { unpack } from "../../src/binary/message/unpack.js";

const arrays: readonly (readonly [dtype: string, data: TypedArray, shape: readonly number[]])[] = [
  ["bool", Uint8Array.of(0, 1), [2]],
  ["int8", Int8Array.of(-128, 127), [2]],
  ["uint8", Uint8Array.of(0, 255), [1, 2]],
  ["int16", Int16Array.of(-32_768, 32_767), [2, 1]],
  ["uint16", Uint16Array.of(0, 65_535), [2]],
  ["int32", Int32Array.of(-(2 ** 31), 2 ** 31 - 1), [2]],
  ["uint32", Uint32Array.of(0, 2 ** 32 - 1), [2]],
  ["int64", BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n), [2]],
  ["uint64", BigUint64Array.of(0n, 2n ** 64n - 1n), [2]],
  ["float16", Float32Array.of(0, -0, 1.5, 65_504, 2 ** -24, Number.POSITIVE_INFINITY, Number.NaN), [7]],
  ["float32", Float32Array.of(0.5, Number.NaN), [2]],
  ["float64", Float64Array.of(0.1), []],
  ["complex64", Float32Array.of(1, 2, 3, 4), [2]],
  ["complex128", Float64Array.of(1, -2), [1]],
  ["float32", new Float32Array(), [0, 4]],
];

describe.each(arrays)("an array of %s", (dtype, data, shape) => {
  const array = new NdArray(data, shape, dtype);

  test("comes back from a message as it went in", () => {
    expect(unpack(pack({ array }))).toStrictEqual({ array });
  });

  test("comes back from its JSON form as it went in", () => {
    const json = toJsonArray(array);
    expect([json.shape, json.dtype]).toStrictEqual([shape, dtype]);
    expect(fromJsonArray(JSON.parse(JSON.stringify(json)) as typeof json)).toStrictEqual(array);
  });
});

test.each([
  ["<f4", [0, 0, 128, 63], Float32Array.of(1)],
  [">f4", [63, 128, 0, 0], Float32Array.of(1)],
  [">i2", [0, 1, 1, 0], Int16Array.of(1, 256)],
  [">i8", [0, 0, 0, 0, 0, 0, 0, 2], BigInt64Array.of(2n)],
  [">f2", [0x3c, 0x00], Float32Array.of(1)],
  [">c8", [63, 128, 0, 0, 64, 0, 0, 0], Float32Array.of(1, 2)],
  ["|u1", [7], Uint8Array.of(7)],
])("a dtype written as %s is read in its order of bytes", (dtype, bytes, data) => {
  const shape = [dtype.endsWith("c8") ? 1 : data.length];
  const array = fromJsonArray({ data_b64: Buffer.from(bytes).toString("base64"), shape, dtype });
  expect(array.data).toStrictEqual(data);
});

test.each(["<U2", "S3", "object", "|O", "V8", "<M8[ns]", "float128", "__proto__", ""])(
  "an array of %s is refused by name",
  (dtype) => {
    expect(() => fromJsonArray({ data_b64: "", shape: [0], dtype })).toThrow(
      new TypeError(`an array of dtype ${JSON.stringify(dtype)} is not supported: only numbers and booleans are`),
    );
  },
);

test.each([
  [[2], "AAA=", "2 bytes are not an array of int32 and shape [2]"],
  [[-1], "", "0 bytes are not an array of int32 and shape [-1]"],
  [[0.5], "AAA=", "2 bytes are not an array of int32 and shape [0.5]"],
  [[2 ** 53, 2 ** 53, 0], "AAA=", "2 bytes are not an array of int32 and shape [9007199254740992,9007199254740992,0]"],
  [[1], "*", "`data_b64` is not base64"],
])("the shape %j with the data %j is refused", (shape, data_b64, message) => {
  expect(() => fromJsonArray({ data_b64, shape, dtype: "int32" })).toThrow(new TypeError(message));
});

test("halves are rounded to the nearest, even where two are as near", () => {
  const numbers = Float32Array.of(1 + 2 ** -11, 1 + 3 * 2 ** -11, 65_519, 65_520, -1e-9, 2 ** -25, 2 ** -14 - 2 ** -25);
  const array = fromJsonArray(toJsonArray(new NdArray(numbers, undefined, "float16")));
  const infinity = Number.POSITIVE_INFINITY;
  expect([...array.data]).toStrictEqual([1, 1 + 2 ** -9, 65_504, infinity, -0, 0, 2 ** -14]);
});

test("an array says what its typed array is, and refuses what does not fit it", () => {
  const { shape, dtype } = new NdArray(Int16Array.of(1, 2, 3));
  expect([shape, dtype]).toStrictEqual([[3], "int16"]);
  expect(() => new NdArray(Int16Array.of(1), [2])).toThrow(RangeError("the shape [2] does not have 1 items"));
  expect(() => new NdArray(Int16Array.of(1), [1], "float32")).toThrow(
    TypeError("`data` is not of type Float32Array, for float32"),
  );
});

test("an array is known across copies of the package, and nothing else is taken for one", () => {
  const copy = { data: new Float32Array(), shape: [0], dtype: "float32", [Symbol.toStringTag]: "NdArray" };
  expect([new NdArray(new Float32Array()), copy].map(isNdArray)).toStrictEqual([true, true]);
  expect([{ data: new Float32Array(), shape: [0], dtype: "float32" }, null, 1].map(isNdArray)).toStrictEqual([
    false,
    false,
    false,
  ]);
});

test("a typed array of another realm, which Jest makes, is one like any other", () => {
  const data = runInNewContext("Float32Array.of(2, 3)") as Float32Array;
  const array = new NdArray(data);
  expect([array.dtype, toJsonArray(array)]).toStrictEqual(["float32", toJsonArray(new NdArray(Float32Array.of(2, 3)))]);
  expect(unpack(pack(array))).toStrictEqual(new NdArray(Float32Array.of(2, 3)));
  expect(() => new NdArray(data, [2], "int8")).toThrow(TypeError("`data` is not of type Int8Array, for int8"));
});

test("bytes of an array in the middle of a larger buffer are its own alone", () => {
  const data = new Float32Array(Float32Array.of(1, 2, 3, 4).buffer, 4, 2);
  expect(unpack(pack([new NdArray(data), "end"]))).toStrictEqual([new NdArray(Float32Array.of(2, 3)), "end"]);
});

describe("what is no array is refused by the name of the argument", () => {
  const isNoJson = new TypeError("`json` must be { data_b64, shape, dtype }, as a JSON call gives an array");

  test.each([
    undefined,
    null,
    "x",
    [1],
    {},
    { data_b64: "", shape: [0] },
    { data_b64: "", dtype: "int8" },
    { data_b64: 5, shape: [0], dtype: "int8" },
    new NdArray(new Float32Array()),
  ])("by `fromJsonArray`: %o", (json) => {
    expect(() => fromJsonArray(json as never)).toThrow(isNoJson);
  });

  test.each([undefined, null, "x", [1], {}, Float32Array.of(1)])("by `toJsonArray`: %o", (array) => {
    expect(() => toJsonArray(array as never)).toThrow(
      new TypeError("`array` must be an NdArray: wrap a typed array in one"),
    );
  });

  test.each([undefined, null, "x", [1], {}, new ArrayBuffer(1)])("by `NdArray`: %o", (data) => {
    expect(() => new NdArray(data as never)).toThrow(
      new TypeError("`data` must be a typed array that numpy has a dtype for"),
    );
  });

  test.each([3, "3", {}, Int32Array.of(1)])("by `NdArray`, where the shape is %o", (shape) => {
    expect(() => new NdArray(Float32Array.of(1), shape as never)).toThrow(
      new TypeError("`shape` must be an array of lengths, the outermost first"),
    );
  });

  test.each([5, {}, []])("by `NdArray`, where the dtype is %o", (dtype) => {
    expect(() => new NdArray(Float32Array.of(1), [1], dtype as never)).toThrow(
      /^an array of dtype .* is not supported/,
    );
  });
});
