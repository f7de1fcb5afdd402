import { describe, expect, test } from "vitest";
import type { JsonSchemaObject, JsonValue } from "../../src/signature.js";
import { moduleOf } from "../emit/support/generate.js";

/** The value that an example shows for an argument of a schema. */
async function shown(schema: object, $defs: Readonly<Record<string, object>> = {}): Promise<string | undefined> {
  const input = { type: "object", properties: { x: schema }, required: ["x"], $defs } as JsonSchemaObject;
  const text = (await moduleOf({ input })).replaceAll("\n * ", " ");
  return /await invokeHello\(\{ x: (.*?) \}\);/.exec(text)?.[1];
}

describe("an example shows what the user gives as one", () => {
  const fine: readonly [object, JsonValue, string][] = [
    [{ type: "string" }, "de-DE", '"de-DE"'],
    [{ type: "integer" }, 42, "42"],
    [{ enum: ["a", "b"] }, "b", '"b"'],
    [{ anyOf: [{ type: "string" }, { type: "number" }] }, 2.5, "2.5"],
    [{ type: "array", items: { type: "string" } }, ["a", "b"], '["a", "b"]'],
    [
      { type: "array", prefixItems: [{ type: "string" }], items: { type: "number" }, minItems: 1 },
      ["a", 1],
      '["a", 1]',
    ],
    [{ type: "object", additionalProperties: { type: "number" } }, { a: 1 }, "{ a: 1 }"],
    [{ type: "object", properties: { a: {}, b: { type: "null" } }, required: ["a"] }, { a: [1] }, "{ a: [1] }"],
  ];

  test.each(fine)("%j, %j", async (schema, value, text) => {
    expect(await shown({ ...schema, examples: [value] })).toBe(text);
    const $defs = { Named: { title: "Named", ...schema, examples: [value] } };
    expect(await shown({ $ref: "#/$defs/Named" }, $defs)).toBe(text);
  });

  test.each<[object, JsonValue]>([
    [{ type: "string" }, 1],
    [{ type: "string" }, "x".repeat(99)],
    [{ type: "integer" }, null],
    [{ enum: ["a", "b"] }, "c"],
    [{ type: "array", items: { type: "string" } }, "a"],
    [{ type: "array", items: { type: "string" } }, ["a", 1]],
    [{ type: "array", items: { type: "string" }, minItems: 2 }, ["a"]],
    [{ type: "array", prefixItems: [{ type: "string" }], minItems: 1, maxItems: 1 }, []],
    [{ type: "array", prefixItems: [{ type: "string" }], minItems: 1, maxItems: 1 }, ["a", "b"]],
    [{ type: "object", additionalProperties: { type: "number" } }, { a: "1" }],
    [{ type: "object", properties: { a: {} }, required: ["a"] }, { b: 1 }],
    [
      { type: "object", properties: { a: {} }, required: ["a"], additionalProperties: false },
      { a: 1, b: 1 },
    ],
    [{ type: "object", properties: {}, title: "Empty" }, { a: 1 }],
  ])("that compiles, and for %j none is %j", async (schema, value) => {
    const usual = await shown(schema);
    expect(usual).toBeDefined();
    expect(await shown({ ...schema, examples: [value] })).toBe(usual);
  });

  test("in no long time where all members of a union lead to itself", async () => {
    const list = (name: string, more: object = {}): object => ({
      type: "array",
      items: { $ref: `#/$defs/${name}` },
      ...more,
    });
    const deep = JSON.parse(`${"[".repeat(45)}1${"]".repeat(45)}`) as JsonValue;
    const $defs = {
      A: { anyOf: [list("A"), list("A", { minItems: 2 }), list("B")], examples: [deep] },
      B: { anyOf: [list("A"), list("B")] },
    };
    expect(await shown({ $ref: "#/$defs/A" }, $defs)).toBe("[]");
  });

  test("the first of them", async () => {
    expect(await shown({ type: "string", examples: [1, "one", "two"] })).toBe('"one"');
  });
});
