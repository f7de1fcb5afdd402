import { describe, expect, test } from "vitest";
import { readMessage } from "../../src/mock/binary/read-message.js";
import { messageWriter } from "../../src/mock/binary/write-message.js";
import { numpySchema } from "../../src/read/schema/numpy-schema.js";
import type { JsonSchema, JsonValue } from "../../src/signature.js";
import { signatureOf, withMock } from "./start-mock.js";

const hexOf = (value: JsonValue, schema: JsonSchema): string =>
  Buffer.from(messageWriter({ type: "array", items: schema })([value]))
    .toString("hex")
    .slice(2);
const text = (format: string): JsonSchema => ({ type: "string", format });
const decimal: JsonSchema = { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$" };

describe("a result is written to the byte as Python writes it", () => {
  test.each<[string, JsonValue, JsonSchema, string]>([
    [
      "an array",
      { data_b64: "AAAAAAAAgD8AAABA", shape: [3, 1], dtype: "float32" },
      numpySchema(),
      "85c4026e64c3c40474797065a33c6634c4046b696e64c400c4057368617065920301c40464617461c40c000000000000803f00000040",
    ],
    [
      "a datetime",
      "2024-01-01T00:00:00",
      text("date-time"),
      "82c4135f5f64745f6461746574696d655f69736f5f5fc3c40464617461b3323032342d30312d30315430303a30303a3030",
    ],
    ["a timedelta", "P1D", text("duration"), "82c4105f5f64745f74696d6564656c74615f5fc3c4046461746193010000"],
    ["a Decimal", "1", decimal, "82c40b5f5f646563696d616c5f5fc3c40464617461a131"],
    [
      "a UUID",
      "00000000-0000-0000-0000-000000000001",
      text("uuid"),
      "82c4085f5f757569645f5fc3c40464617461d92430303030303030302d303030302d303030302d303030302d303030303030303030303031",
    ],
    ["bytes", "ab", text("binary"), "c4026162"],
    ["a whole float", 1, { type: "number" }, "cb3ff0000000000000"],
    ["NaN", null, { type: "number" }, "cb7ff8000000000000"],
    ["None beside a float", null, { anyOf: [{ type: "number" }, { type: "null" }] }, "c0"],
    ["a union", 1, { anyOf: [{ type: "string" }, { type: "number" }] }, "cb3ff0000000000000"],
  ])("%s", (_title, value, schema, hex) => {
    expect(hexOf(value, schema)).toBe(hex);
  });

  test.each([
    ["PT0S", [0, 0, 0]],
    ["-PT1H0.5S", [-1, 82_799, 500_000]],
    ["P1Y2W1DT2H3M4S", [380, 7384, 0]],
    ["-P1D", [-1, 0, 0]],
  ])("the duration %s", (duration, parts) => {
    const [, marked] = hexOf(duration, text("duration")).split("c40464617461");
    expect(readMessage(Buffer.from(marked ?? "", "hex"))).toStrictEqual(parts);
  });
});

describe("a message is read as what the same input is in JSON", () => {
  test.each<[JsonSchema, JsonValue]>([
    [numpySchema(), { data_b64: "AAAAAAAAgD8=", shape: [2], dtype: "<f4" }],
    [text("date-time"), "2024-01-01T00:00:00Z"],
    [text("uuid"), "00000000-0000-0000-0000-000000000001"],
    [text("binary"), "ab"],
    [{ type: "object" }, JSON.parse('{"__proto__":1,"constructor":2,"list":[true,null,0.5]}') as JsonValue],
  ])("%j %j", (schema, value) => {
    expect(readMessage(Buffer.from(hexOf(value, schema), "hex"))).toStrictEqual(value);
  });

  test("a timedelta is a duration in seconds", () => {
    expect(readMessage(Buffer.from(hexOf("-PT1H0.5S", text("duration")), "hex"))).toBe("-PT3600.500000S");
  });
});

test.each([
  ["81c4026e64c3", "KeyError: b'data'"],
  ["82c4026e64c3c4046b696e64c4014f", "UnpicklingError: invalid load key"],
  ["92a141a1ff", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte"],
  ["81a241ff01", "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"],
  [
    "9fcbffffffffffffffffcdffffc402ffffc50001ffc600000001ffd3ffffffffffffffffe0d601ffffffffc70201ffffd801ffffffffffffffffffffffffffffffffdc0000de0000d90141da0001ffc0",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
  ],
  ["81c001", "ValueError: NoneType is not allowed for map key when strict_map_key=True"],
  ["dd00ffffff", "ValueError: Unpack failed: incomplete input"],
])("the message %s fails as in Python", (hex, raised) => {
  expect(() => readMessage(Buffer.from(hex, "hex"))).toThrow(raised);
});

test("a set cannot be written, and fails the call as on the real server", async () => {
  const output = { type: "array", items: { type: "string" }, uniqueItems: true };
  await withMock({ signature: signatureOf({}, output), answer: ["a"] }, async ({ url }) => {
    const headers = { "content-type": "application/octet-stream" };
    const response = await fetch(`${url}/v1/models/model:predict`, {
      method: "POST",
      headers,
      body: Uint8Array.of(0x80),
    });
    expect([response.status, await response.json()]).toStrictEqual([
      500,
      { error: "Unhandled exception: TypeError: can not serialize 'set' object" },
    ]);
  });
});

test("a message that is nested too deeply does not end the mock", async () => {
  await withMock({ signature: signatureOf({}, { type: "null" }) }, async ({ url }) => {
    const headers = { "content-type": "application/octet-stream" };
    const body = Buffer.concat([Buffer.alloc(1_000_000, 0x91), Buffer.of(0x80)]);
    const deep = await fetch(`${url}/v1/models/model:predict`, { method: "POST", headers, body });
    expect([deep.status, await deep.json()]).toStrictEqual([500, { error: "Unhandled exception: StackError: " }]);
    const next = await fetch(`${url}/v1/models/model:predict`, { method: "POST", headers, body: Uint8Array.of(0x80) });
    expect(new Uint8Array(await next.arrayBuffer())).toStrictEqual(Uint8Array.of(0xc0));
  });
});
