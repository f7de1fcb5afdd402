import { describe, expect, test } from "vitest";
import { NdArray } from "../../src/binary/index.js";
import { pack } from "../../src/binary/message/pack.js";
import { unpack } from "../../src/binary/message/unpack.js";

const column =
  "85c4026e64c3c40474797065a33c6634c4046b696e64c400c4057368617065920301c40464617461c40c000000000000803f00000040";

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

describe("the bytes that Python wrote", () => {
  test("of an array are read, and written", () => {
    const array = new NdArray(Float32Array.of(0, 1, 2), [3, 1]);
    expect(unpack(fromHex(column))).toStrictEqual(array);
    expect(toHex(pack(array))).toBe(column);
  });

  test.each([
    ["np.bool_(True)", "83c4026e64c2c40474797065a37c6231c40464617461c40101", true],
    ["1+2j", "82c407636f6d706c6578c3c40464617461a628312b326a29", "1+2j"],
    [
      "datetime(2024,1,1)",
      "82c4135f5f64745f6461746574696d655f69736f5f5fc3c40464617461b3323032342d30312d30315430303a30303a3030",
      "2024-01-01T00:00:00",
    ],
    ["timedelta(1)", "82c4105f5f64745f74696d6564656c74615f5fc3c4046461746193010000", "P1D"],
    ['Decimal("1")', "82c40b5f5f646563696d616c5f5fc3c40464617461a131", "1"],
    [
      "UUID(int=1)",
      "82c4085f5f757569645f5fc3c40464617461d92430303030303030302d303030302d303030302d303030302d303030303030303030303031",
      "00000000-0000-0000-0000-000000000001",
    ],
  ])("of %s are read as what JSON carries", (_python, hex, value) => {
    expect(unpack(fromHex(hex))).toBe(value);
  });
});
