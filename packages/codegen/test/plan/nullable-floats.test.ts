import { expect, test } from "vitest";
import { withNullableFloats } from "../../src/plan/schema/nullable-floats.js";
import type { JsonSchema } from "../../src/signature.js";
import { moduleOf, objectOf } from "../emit/support/generate.js";

const float = { type: "number" };

test.each<[string, JsonSchema, JsonSchema]>([
  ["a float", float, { type: ["number", "null"] }],
  ["a bounded float", { type: "number", minimum: 0, default: 1 }, { type: ["number", "null"], minimum: 0, default: 1 }],
  ["one of several types", { type: ["number", "string"] }, { type: ["number", "string", "null"] }],
  ["an integer", { type: "integer" }, { type: "integer" }],
  ["a literal", { type: "number", enum: [1.5, 2.5] }, { type: "number", enum: [1.5, 2.5] }],
  ["one value", { type: "number", const: 1.5 }, { type: "number", const: 1.5 }],
  ["anything", true, true],
  ["a value that looks like a schema", { default: { type: "number" } }, { default: { type: "number" } }],
  ["a list", { type: "array", items: float }, { type: "array", items: { type: ["number", "null"] } }],
  [
    "a model",
    { $ref: "#/$defs/M", $defs: { M: { type: "object", properties: { type: float } } } },
    { $ref: "#/$defs/M", $defs: { M: { type: "object", properties: { type: { type: ["number", "null"] } } } } },
  ],
  ["a choice", { anyOf: [float, { type: "null" }] }, { anyOf: [{ type: ["number", "null"] }, { type: "null" }] }],
])("%s", (_, schema, expected) => {
  const before = structuredClone(schema);
  expect(withNullableFloats(schema)).toStrictEqual(expected);
  expect(schema).toStrictEqual(before);
});

const point = { $ref: "#/$defs/Point", $defs: { Point: objectOf({ x: float }) } };

test("an answer's floats may be null, and no argument's", async () => {
  const signature = { input: objectOf({ at: point.$defs.Point, by: float }), output: point };
  const text = await moduleOf(signature, { chainId: "abc", nanAsNull: true });
  expect(text).toContain("by: number;");
  expect(text).toContain("export interface Point {\n  x: number | null;\n}");
});

test("a model in both directions is split", async () => {
  const input = { ...objectOf({ at: { $ref: point.$ref } }), $defs: point.$defs };
  const text = await moduleOf({ input, output: point }, { chainId: "abc", nanAsNull: true });
  expect(text).toContain("export interface Point {\n  x: number;\n}");
  expect(text).toContain("export interface PointOutput {\n  x: number | null;\n}");
});

test("where it is not asked for, floats are numbers", async () => {
  const text = await moduleOf({ output: point });
  expect(text).toContain("export interface Point {\n  x: number;\n}");
});

test("a binary call carries NaN, so that its floats are numbers", async () => {
  const text = await moduleOf({ output: point }, { chainId: "abc", nanAsNull: true, binary: true });
  expect(text).toContain("export interface Point {\n  x: number | null;\n}");
  expect(text).toContain("export interface PointBinary {\n  x: number;\n}");
});
