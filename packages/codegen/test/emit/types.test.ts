import { describe, expect, test } from "vitest";
import type { JsonSchema, JsonSchemaObject } from "../../src/signature.js";
import { objectOf, typesOf } from "./support/generate.js";

const integer = { type: "integer" };
const text = { type: "string" };
const titled = (title: string): JsonSchemaObject => ({ ...text, title });

/** The type of an output, on one line. */
async function outputType(schema: JsonSchema): Promise<string> {
  return oneLine(await typesOf({ output: objectOf({ x: schema }) }), "HelloOutput");
}

/** The type of a required argument, on one line. */
async function argumentType(schema: JsonSchema, $defs: JsonSchemaObject["$defs"] = {}): Promise<string> {
  return oneLine(await typesOf({ input: objectOf({ x: schema }, { $defs }) }), "HelloInput");
}

function oneLine(types: string, name: string): string {
  const [, members = ""] = types.match(new RegExp(`export interface ${name} \\{([\\s\\S]*?)\\n\\}`)) ?? [];
  return members.replace(/\s+/g, " ").replace(/^ x: /, "").replace(/;$/, "").trim();
}

describe("a schema becomes the type of its values", () => {
  test.each<[string, JsonSchema, string]>([
    ["anything", {}, "unknown"],
    ["anything, said otherwise", true, "unknown"],
    ["nothing", false, "never"],
    ["a whole number", integer, "number"],
    ["a date, which the wire carries as text", { type: "string", format: "date" }, "/** Date, ISO 8601. */ x: string"],
    ["several types, null last", { type: ["null", "string", "integer"] }, "string | number | null"],
    ["integer or number", { anyOf: [integer, { type: "number" }] }, "number"],
    ["a choice that allows anything", { anyOf: [text, {}] }, "unknown"],
    ["a text that is a word", { const: "a" }, '"a"'],
    ["words, numbers, flags, null", { enum: ["a'", 1, -2.5, true, null] }, '"a\'" | 1 | -2.5 | true | null'],
    ["minus zero", { const: -0 }, "0"],
    ["a whole number that reading has rounded", { enum: [2 ** 53, 1e300] }, "number"],
    [
      "lists and objects of words",
      { enum: [["a", 1], { b: [], c: {} }] },
      '| ["a", 1] | { b: []; c: Record<string, never>; }',
    ],
    ["a list", { type: "array", items: text }, "string[]"],
    ["a list of anything", { type: "array" }, "unknown[]"],
    ["a list of a choice", { type: "array", items: { anyOf: [text, integer] } }, "(string | number)[]"],
    [
      "a list with lengths",
      { type: "array", items: text, minItems: 2, maxItems: 2 },
      "/** Exactly 2 items. */ x: string[]",
    ],
    ["a pair", { type: "array", prefixItems: [text, integer], minItems: 2, maxItems: 2 }, "[string, number]"],
    ["a pair that may end early", { prefixItems: [text, integer], minItems: 1, maxItems: 2 }, "[string, number?]"],
    [
      "positions with names",
      { prefixItems: [titled("X"), titled("Zip Code 2")], minItems: 1, maxItems: 2 },
      "[x: string, zip_code_2?: string]",
    ],
    [
      "positions of which some have names",
      { prefixItems: [titled("X"), text], minItems: 2, maxItems: 2 },
      "[string, string]",
    ],
    [
      "positions with one name",
      { prefixItems: [titled("X"), titled("X")], minItems: 2, maxItems: 2 },
      "[string, string]",
    ],
    [
      "positions with titles that are no names",
      { prefixItems: [titled("The first one")], minItems: 1, maxItems: 1 },
      "[string]",
    ],
    [
      "positions with a name that TypeScript has for itself",
      { prefixItems: [titled("Name"), titled("Default")], minItems: 2, maxItems: 2 },
      "[string, string]",
    ],
    [
      "positions with a name that is no identifier",
      { prefixItems: [titled("X²")], minItems: 1, maxItems: 1 },
      "[string]",
    ],
    ["positions with names, then more", { prefixItems: [titled("X")], minItems: 1 }, "[string, ...unknown[]]"],
    ["positions, then more", { prefixItems: [text], minItems: 1, items: integer }, "[string, ...number[]]"],
    ["positions, then anything", { prefixItems: [text], minItems: 1 }, "[string, ...unknown[]]"],
    ["positions, then nothing", { prefixItems: [text], minItems: 1, items: false }, "[string]"],
    ["an empty tuple", { type: "array", minItems: 0, maxItems: 0 }, "/** Exactly 0 items. */ x: []"],
    ["a dictionary", { type: "object", additionalProperties: integer }, "Record<string, number>"],
    ["a dictionary of anything", { type: "object" }, "Record<string, unknown>"],
    ["a dictionary by pattern", { type: "object", patternProperties: { "^a": integer } }, "Record<string, number>"],
    [
      "a dictionary of known keys",
      { type: "object", additionalProperties: integer, propertyNames: { enum: ["a", "b"] } },
      'Partial<Record<"a" | "b", number>>',
    ],
    [
      "a dictionary of keys of one format",
      { type: "object", additionalProperties: integer, propertyNames: { minLength: 0 } },
      "Record<string, number>",
    ],
    ["an object", objectOf({ a: text }), "{ a: string; }"],
    [
      "an object with extras",
      objectOf({ a: text }, { additionalProperties: true }),
      "{ a: string; [key: string]: unknown; }",
    ],
    [
      "an object with typed extras",
      objectOf({ a: text }, { additionalProperties: integer }),
      "{ a: string; [key: string]: number | string; }",
    ],
    [
      "optional keys beside typed extras",
      { properties: { a: text }, additionalProperties: integer },
      "{ a?: string; [key: string]: number | string | undefined; }",
    ],
    [
      "a key that is only said to be there, among others",
      { type: "object", required: ["a"], additionalProperties: { type: "number" } },
      "{ a: number; [key: string]: number; }",
    ],
    [
      "a key that is only said to be there, among patterns",
      { type: "object", required: ["a"], additionalProperties: false, patternProperties: { "^a": { type: "null" } } },
      "{ a: null; [key: string]: null; }",
    ],
    [
      "a key that is only said to be there, beside patterns",
      { type: "object", required: ["a"], patternProperties: { "^b": { type: "null" } } },
      "{ a: unknown; [key: string]: unknown; }",
    ],
    [
      "keys that are listed, and all there",
      {
        type: "object",
        required: ["a", "1"],
        propertyNames: { enum: ["a", 1] },
        additionalProperties: { type: "null" },
      },
      '{ a: null; "1": null; }',
    ],
    ["a key that is only said to be there", { type: "object", required: ["a"] }, "{ a: unknown; }"],
    ["an object that allows no key", { type: "object", additionalProperties: false }, "Record<string, never>"],
    ["all of two", { allOf: [objectOf({ a: text }), objectOf({ b: text })] }, "{ a: string; } & { b: string; }"],
    ["all of one", { allOf: [text] }, "string"],
    [
      "all of a choice and more",
      { allOf: [{ anyOf: [objectOf({ a: text }), objectOf({ b: text })] }, objectOf({ c: text })] },
      "( | { a: string; } | { b: string; } ) & { c: string; }",
    ],
    [
      "an object of which one key must be there",
      { type: "object", properties: { a: text }, anyOf: [{ required: ["a"] }, { required: ["b"] }] },
      "{ a?: string; } & ( | { a: unknown; } | { b: unknown; } )",
    ],
    ["words of a type", { type: "string", oneOf: [{ const: "a" }, { const: "b" }] }, '"a" | "b"'],
    ["what is not anything", { type: "string", not: {} }, "never"],
    ["what something is not", { type: "string", not: { const: "a" } }, "string"],
    ["what is so on a condition", { if: text, else: integer }, "unknown"],
  ])("%s", async (_, schema, type) => {
    const found = await outputType(schema);
    expect(found.replace(/^\/\*\* .* \*\/ x: /, "")).toBe(type.replace(/^\/\*\* .* \*\/ x: /, ""));
  });
});

test("an argument may be readonly, all the way down", async () => {
  const pair = { type: "array", prefixItems: [text, integer], minItems: 2, maxItems: 2 };
  expect(await argumentType({ type: "array", items: { type: "array", items: pair } })).toBe(
    "readonly (readonly (readonly [string, number])[])[]",
  );
});

test("an object without keys is empty as an argument, and may have others in a result", async () => {
  expect(await argumentType({ type: "object", properties: {} })).toBe("Record<string, never>");
  expect(await outputType({ type: "object", properties: {} })).toBe("Record<string, unknown>");
});

test("a key with joiners, which older TypeScript has in no name, is quoted", async () => {
  expect(await outputType(objectOf({ "نام\u200cخانوادگی": text }))).toBe('{ "نام\u200cخانوادگی": string; }');
});

test("a recursive alias is written without Record", async () => {
  const Json = {
    anyOf: [
      text,
      { type: "array", items: { $ref: "#/$defs/Json" } },
      { type: "object", additionalProperties: { $ref: "#/$defs/Json" } },
    ],
  };
  const Keyed = {
    anyOf: [
      { type: "null" },
      { type: "object", additionalProperties: { $ref: "#/$defs/Keyed" }, propertyNames: { enum: ["a"] } },
    ],
  };
  const types = await typesOf({
    output: objectOf({ x: { $ref: "#/$defs/Json" }, y: { $ref: "#/$defs/Keyed" } }, { $defs: { Json, Keyed } }),
  });
  expect(types).toContain("export type Json = string | Json[] | { [key: string]: Json };");
  expect(types).toContain('export type Keyed = { [key in "a"]?: Keyed } | null;');
});

test("an alias that says nothing but itself is anything", async () => {
  const $defs = { A: { anyOf: [{ $ref: "#/$defs/B" }, { type: "null" }] }, B: { $ref: "#/$defs/A" } };
  const types = await typesOf({ output: objectOf({ x: { $ref: "#/$defs/A" } }, { $defs }) });
  expect(types).toContain("export type A = unknown;");
});

test("an enum is a union with a name, and names the keys of a dictionary", async () => {
  const $defs = { Color: { enum: ["red", "blue"], title: "Color", type: "string" } };
  const types = await typesOf({
    output: objectOf(
      { x: { type: "object", additionalProperties: integer, propertyNames: { $ref: "#/$defs/Color" } } },
      { $defs },
    ),
  });
  expect(types).toContain('export type Color = "red" | "blue";');
  expect(types).toContain("x: Partial<Record<Color, number>>;");
});

test("keys stay what they are on the wire", async () => {
  const names = ["top_k", "a-b", "new", "0", "constructor", "ü", '"', "toString"];
  const properties = Object.fromEntries([...names, "__proto__"].map((name) => [name, text]));
  const types = await typesOf({ output: { type: "object", properties, required: ["__proto__"] } });
  const keys = [...types.matchAll(/^ {2}(.*?)\??: string;$/gm)].map(([, key]) => key);
  expect(keys.toSorted()).toStrictEqual(
    ["'\"'", '"0"', '"a-b"', "__proto__", "constructor", "new", "toString", "top_k", "ü"].toSorted(),
  );
});
