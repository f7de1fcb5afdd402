import { describe, expect, test } from "vitest";
import { NdArray } from "../../src/binary/index.js";
import { pack } from "../../src/binary/message/pack.js";
import { unpack } from "../../src/binary/message/unpack.js";

const fromHex = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, "hex"));
const bytesKey = (key: string): string =>
  `c4${Buffer.from([key.length]).toString("hex")}${Buffer.from(key).toString("hex")}`;

/** What the model server makes of a value that msgpack has no type for. */
const hexOf = (mark: string, data: string): string => `82${bytesKey(mark)}c3${bytesKey("data")}${data}`;
const marked = (mark: string, data: string): Uint8Array => fromHex(hexOf(mark, data));
const text = (value: string): string => Buffer.from(pack(value)).toString("hex");

test.each([
  ["a number past 32 bits", 2 ** 40],
  ["a fraction", 0.1],
  ["NaN", Number.NaN],
  ["infinity", Number.NEGATIVE_INFINITY],
  ["a long text", "é".repeat(70_000)],
  ["bytes", { short: Uint8Array.of(0, 255), long: new Uint8Array(70_000).fill(7) }],
  ["nested lists", [[], [1, [null, true, "x"]]]],
  ["many keys", Object.fromEntries(Array.from({ length: 70_000 }, (_, index) => [`k${index}`, index]))],
  ["keys that every object has", JSON.parse('{"__proto__":{"x":1},"constructor":2,"toString":3}') as unknown],
  ["several arrays", { a: new NdArray(Int8Array.of(1)), b: [new NdArray(new Float64Array(9000)), 2], c: "c" }],
])("%s comes back as it went in", (_title, value) => {
  expect(unpack(pack(value))).toStrictEqual(value);
});

test("a property that is undefined is left out", () => {
  expect(unpack(pack({ a: undefined, b: 1 }))).toStrictEqual({ b: 1 });
});

test.each([
  ["an integer", "01", "1"],
  ["an integer past 2^53", "cf7fffffffffffffff", "9223372036854775807"],
  ["a boolean", "c3", "true"],
  ["None", "c0", "None"],
  ["bytes", "c40161", "a"],
  ["a Decimal", hexOf("__decimal__", text("1.50")), "1.50"],
  ["a UUID", hexOf("__uuid__", text("00000000-0000-0000-0000-000000000001")), "00000000-0000-0000-0000-000000000001"],
  ["a datetime", hexOf("__dt_datetime_iso__", text("2024-01-01T00:00:00Z")), "2024-01-01T00:00:00Z"],
  ["a timedelta", hexOf("__dt_timedelta__", "93cd019001ce0007a120"), "P1Y35DT1.5S"],
  ["a complex number", hexOf("complex", text("(1e-07+0j)")), "0.0000001+0j"],
  ["an empty tuple", "90", ""],
  ["a tuple of integers", "920102", "1,2"],
  ["a tuple of texts", "92a161a3622c63", "a,b,c"],
  ["a tuple of floats", "92cb3ff0000000000000cb4004000000000000", "1.0,2.5"],
  ["a tuple with a tuple", "92019202c3", "1,2,true"],
  ["a tuple of all kinds", `94c0c40178${hexOf("__decimal__", "a131")}cb3ff0000000000000`, "None,x,1,1.0"],
])("a key that is %s is the key that JSON has", (_title, key, expected) => {
  expect(unpack(fromHex(`81${key}01`))).toStrictEqual({ [expected]: 1 });
});

test.each(
  // What Python says of the float, as pydantic writes it into JSON.
  [
    "0.0",
    "-0.0",
    "1.0",
    "-1.5",
    "123456789012345.0",
    "1000000000000000.0",
    "1e+16",
    "-1.5e+16",
    "1e+22",
    "0.0001",
    "1e-05",
    "1.5e-07",
    "1e-10",
    "5e-324",
    "-2.2250738585072014e-308",
    "inf",
    "-inf",
    "nan",
  ],
)("a key that is the float %s is the key that JSON has", (key) => {
  const float = Buffer.alloc(9, 0xcb);
  float.writeDoubleBE(Number(key.replace("inf", "Infinity")), 1);
  expect(unpack(fromHex(`81${float.toString("hex")}01`))).toStrictEqual({ [key]: 1 });
});

test("of floats, only keys become texts", () => {
  const one = "cb3ff0000000000000";
  const message = fromHex(`9382${one}${one}a16192${one}01${one}81${one}82${one}${one}92${one}01${one}`);
  expect(unpack(Uint8Array.of(0xcb, ...message).subarray(1))).toStrictEqual([
    { "1.0": 1, a: [1, 1] },
    1,
    { "1.0": { "1.0": 1, "1.0,1": 1 } },
  ]);
});

test.each([
  ["in a text", "a2c3a9", "é"],
  ["that is cut off within a text, which takes nothing of what follows", "a1c3", "\ufffd"],
  ["that is cut off within a long text", `d921${"78".repeat(32)}c3`, `${"x".repeat(32)}\ufffd`],
  ["in front of a long text, where it is a mark", `d923efbbbf${"78".repeat(32)}`, `\ufeff${"x".repeat(32)}`],
])("a character beyond ASCII %s", (_title, hex, expected) => {
  expect(unpack(fromHex(`92${hex}a141`))).toStrictEqual([expected, "A"]);
});

test("keys that begin, end and count alike are told apart", () => {
  const keys = ["abc", "aXc", "é", "\ufffd", "a-c", "abc"];
  expect(keys.map((key) => unpack(pack({ [key]: 1 })))).toStrictEqual(keys.map((key) => ({ [key]: 1 })));
  expect(unpack(pack(keys.map((key) => ({ [key]: 1 }))))).toStrictEqual(keys.map((key) => ({ [key]: 1 })));
  // "é", and half of it alone.
  expect(unpack(fromHex("9281a2c3a90181a1e901"))).toStrictEqual([{ é: 1 }, { "\ufffd": 1 }]);
});

test("an integer past 2^53 is rounded as JSON.parse rounds it", () => {
  expect(unpack(fromHex("cf7fffffffffffffff"))).toBe(JSON.parse("9223372036854775807"));
});

describe("what Python marks is the text that pydantic writes into JSON", () => {
  test.each([
    ["9300cd0e1000", "PT1H"],
    ["93000000", "PT0S"],
    ["93cd016d0000", "P1Y"],
    ["93cd01900500", "P1Y35DT5S"],
    ["93ffce0001436fce0007a120", "-PT1H0.5S"],
    ["93ff0000", "-P1D"],
    ["93ff0100", "-PT23H59M59S"],
    ["93000001", "PT0.000001S"],
    ["93ffce0001517fce000f423f", "-PT0.000001S"],
    ["93d1fe926400", "-P1YT23H58M20S"],
    ["93ce3b9ac9ff0000", "P2739726Y9D"],
  ])("timedelta %s is %s", (data, expected) => {
    expect(unpack(marked("__dt_timedelta__", data))).toBe(expected);
  });

  test.each([
    ["(1-2j)", "1-2j"],
    ["1j", "1j"],
    ["-0j", "-0j"],
    ["(-0+2j)", "2j"],
    ["(1-0j)", "1-0j"],
    ["(2+0j)", "2+0j"],
    ["(1e+16+1j)", "10000000000000000+1j"],
    ["(1e-05+1.5e-07j)", "0.00001+0.00000015j"],
    ["(1.2345678901234568e+17+1j)", "123456789012345680+1j"],
    ["1e+22j", "10000000000000000000000j"],
    ["(nan+0j)", "NaN+0j"],
    ["(-inf-infj)", "-inf-infj"],
    ["(1+nanj)", "1+NaNj"],
    ["nanj", "NaNj"],
  ])("complex %s is %s", (data, expected) => {
    expect(unpack(marked("complex", text(data)))).toBe(expected);
  });

  test.each(["1e999999999j", "x", "1+2"])("the text %s is no complex number, and its map a map", (data) => {
    expect(unpack(marked("complex", text(data)))).toStrictEqual({ complex: true, data });
  });

  test.each([
    ["2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"],
    ["2024-01-01T01:02:03.004000-03:00", "2024-01-01T01:02:03.004000-03:00"],
    ["2024-01-01T00:00:00+05:30:15", "2024-01-01T00:00:00+05:30"],
  ])("datetime %s is %s", (data, expected) => {
    expect(unpack(marked("__dt_datetime_iso__", text(data)))).toBe(expected);
  });
});

test.each([
  ["with keys that are texts", { nd: true, type: "<f4", data: "x" }],
  ["whose mark is a text", { __uuid__: true, data: "x" }],
  ["whose mark says nothing", { __uuid__: false, data: "x" }],
])("a map %s is a map", (_title, value) => {
  expect(unpack(pack(value))).toStrictEqual(value);
});

test.each([
  [`82${bytesKey("__uuid__")}c2${bytesKey("data")}a178`, { __uuid__: false, data: "x" }],
  [`82${bytesKey("__decimal__")}c3${bytesKey("data")}01`, { __decimal__: true, data: 1 }],
  [`82${bytesKey("__uuid__")}c3a464617461a178`, { __uuid__: true, data: "x" }],
  ["80", {}],
  [`82${bytesKey("__dt_timedelta__")}c3${bytesKey("data")}9101`, { __dt_timedelta__: true, data: [1] }],
])("a map whose bytes mark nothing that is known is a map: %s", (hex, expected) => {
  expect(unpack(fromHex(hex))).toStrictEqual(expected);
});

const array = (type: string, kind: string, data = "c400"): string =>
  `85${bytesKey("nd")}c3${bytesKey("type")}${type}${bytesKey("kind")}${kind}${bytesKey("shape")}9100${bytesKey("data")}${data}`;

describe("a message that is refused", () => {
  test.each([
    [
      "a pickle",
      array(text("|O"), "c4014f"),
      "the message has an array of Python objects, which is a program: refused",
    ],
    ["an array of structures", array("9192a161a33c6634", "c40156"), "an array of structures is not supported"],
    [
      "an array of texts",
      array(text("<U2"), "c400"),
      'an array of dtype "<U2" is not supported: only numbers and booleans are',
    ],
    [
      "an array of another size",
      array(text("<f4"), "c400", "c40100"),
      "1 bytes are not an array of float32 and shape [0]",
    ],
    ["an array without data", `81${bytesKey("nd")}c3`, "the message has an incomplete array"],
    ["nothing", "", "the message is cut off"],
    ["a text that is cut off", "a56162", "the message is cut off"],
    ["a list that announces billions", "ddffffffff", "the message is cut off"],
    ["a map that announces billions", "dfffffffff", "the message is cut off"],
    ["bytes that announce billions", "c6ffffffff00", "the message is cut off"],
    ["a count that is cut off", "dd00", "the message is cut off"],
    ["lists that announce the same bytes each", "dc0020".repeat(30), "the message is cut off"],
    ["more than one value", "0102", "something follows the message"],
    ["a byte that is no type", "c1", "the message has a value of type 0xc1"],
    ["a type of the sender's own", "d40100", "the message has a value of type 0xd4"],
    ["a date of msgpack's", "d6ff00000000", "the message has a value of type 0xd6"],
    ["a key that is a map", "818001", "the message has a key that is a map"],
    ["a tuple with a map as a key", "81918001", "the message has a key that is a map"],
    ["an array as a key", `81${array(text("|i1"), "c400")}01`, "the message has a key that is a map"],
    ["lists within lists", "91".repeat(100_000), "the message is nested more than 512 levels deep"],
    ["whole lists within lists", `${"91".repeat(600)}90`, "the message is nested more than 512 levels deep"],
  ])("%s", (_title, hex, message) => {
    expect(() => unpack(fromHex(hex))).toThrow(message);
  });
});
