import { describe, expect, test } from "vitest";
import { judgeBinary } from "../../src/plan/binary/binary-problems.js";
import { binarySchema } from "../../src/plan/binary/binary-schema.js";
import { rawBytes } from "../../src/plan/binary/raw-bytes.js";
import { numpySchema } from "../../src/read/schema/numpy-schema.js";
import type { JsonSchema } from "../../src/signature.js";
import { objectOf, signatureOf } from "../emit/support/generate.js";

const bytes = { type: "string", format: "binary" };
const mode = { enum: ["on", "off"], title: "Mode", type: "string" };
const judged = (output: JsonSchema) => judgeBinary(signatureOf({ output }), "hello.py");

describe("what the server cannot write in binary form", () => {
  test.each([
    ["a set", { type: "array", items: { type: "string" }, uniqueItems: true }],
    ["a URL", { type: "string", format: "uri", minLength: 1 }],
    ["a path", { type: "string", format: "path" }],
    ["an IP address", { type: "string", format: "ipv6network" }],
    ["a secret", { type: "string", format: "password" }],
    ["a URL", { type: "object", propertyNames: { format: "uri" } }],
  ])("is told, and found wherever it is: %s", (kind, schema) => {
    const behind = { $ref: "#/$defs/Item", $defs: { Item: objectOf({ a: { anyOf: [schema, { type: "null" }] } }) } };
    const inside = { type: "array", items: { prefixItems: [{ type: "object", additionalProperties: schema }] } };
    for (const output of [schema, behind, inside]) {
      const { isPossible, diagnostics } = judged(output);
      expect([isPossible, diagnostics.map(({ code, message }) => `${code} ${message}`)]).toStrictEqual([
        false,
        [`TC305 the result of \`Hello\` cannot be answered in binary form: it contains ${kind}`],
      ]);
    }
  });

  test("is a result that is bytes or something else", () => {
    const { isPossible, diagnostics } = judged({ anyOf: [bytes, { type: "null" }] });
    expect([isPossible, diagnostics[0]?.message]).toStrictEqual([
      false,
      "the result of `Hello` cannot be answered in binary form: it is bytes or something else, and the two cannot be told apart",
    ]);
  });

  test("may be an enumeration, of keys too, and is no list of literals", () => {
    const keys = { type: "object", propertyNames: { $ref: "#/$defs/Mode" }, $defs: { Mode: mode } };
    const alias = { $ref: "#/$defs/Alias", $defs: { Alias: { enum: ["a"], type: "string" } } };
    const codes = [keys, { ...alias, $defs: { Alias: mode } }, alias, { enum: ["a"] }].map((output) => {
      const { isPossible, doubtful } = judged(output);
      return [isPossible, ...doubtful];
    });
    expect(codes).toStrictEqual([[true, "Mode"], [true, "Mode"], [true], [true]]);
  });

  test("is not what the server sends as bytes, marks, or makes of a number", () => {
    const dates = { type: "object", propertyNames: { format: "date" } };
    const fine = [bytes, numpySchema(), { type: "string", format: "date-time" }, { format: "email" }, dates];
    expect(judged(objectOf(Object.fromEntries(fine.map((schema, index) => [`f${index}`, schema]))))).toStrictEqual({
      isPossible: true,
      diagnostics: [],
      doubtful: [],
    });
  });

  test("is found in definitions that refer to each other in circles", () => {
    const output = { $ref: "#/$defs/A", $defs: { A: { $ref: "#/$defs/B" }, B: { $ref: "#/$defs/A" } } };
    expect([judged(output), rawBytes(output)]).toStrictEqual([
      { isPossible: true, diagnostics: [], doubtful: [] },
      "never",
    ]);
  });
});

test.each([
  [bytes, "always"],
  [{ type: "string", format: "base64url" }, "always"],
  [{ $ref: "#/$defs/Root", $defs: { Root: { ...bytes, title: "Root" } } }, "always"],
  [{ anyOf: [bytes, { type: "string" }] }, "sometimes"],
  [{ type: "array", items: bytes }, "never"],
  [{ type: "string" }, "never"],
  [true, "never"],
])("a result of %j is bytes alone: %s", (output, expected) => {
  expect(rawBytes(output)).toBe(expected);
});

describe("the schema of a binary call", () => {
  test.each([
    [bytes, { type: ["bytes"] }],
    [
      { ...bytes, title: "A", minLength: 1 },
      { title: "A", minLength: 1, type: ["bytes"] },
    ],
    [{ type: ["string", "null"], format: "binary" }, { type: ["bytes", "null"] }],
    [
      { type: "string", format: "base64" },
      { type: ["string", "bytes"], format: "base64" },
    ],
    [
      { ...numpySchema(), description: "d" },
      { description: "d", type: "ndarray" },
    ],
    [
      { type: "string", format: "byte" },
      { type: "string", format: "byte" },
    ],
    [{ const: { format: "binary", type: "string" } }, { const: { format: "binary", type: "string" } }],
  ])("of %j is %j", (schema, expected) => {
    expect(binarySchema(schema)).toStrictEqual(expected);
    expect(binarySchema({ items: schema, $defs: { A: schema } })).toStrictEqual({
      items: expected,
      $defs: { A: expected },
    });
  });

  test("has a model of the user's that only looks like an array as it is", () => {
    const model = objectOf({ data_b64: { type: "string" }, shape: { type: "array" }, dtype: { type: "string" } });
    expect(binarySchema(model)).toStrictEqual(model);
  });

  test("keeps properties with names that every object has", () => {
    const schema = JSON.parse(
      '{"type":"object","properties":{"__proto__":{"type":"string","format":"binary"}}}',
    ) as object;
    expect(JSON.stringify(binarySchema(schema as JsonSchema))).toBe(
      '{"type":"object","properties":{"__proto__":{"type":["bytes"]}}}',
    );
  });
});
