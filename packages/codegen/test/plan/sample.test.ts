import { expect, test } from "vitest";
import type { JsonSchema, JsonSchemaObject } from "../../src/signature.js";
import { moduleOf, objectOf } from "../emit/support/generate.js";

const numbers = (more: JsonSchemaObject): JsonSchemaObject => ({ type: "array", items: { type: "number" }, ...more });

test.each([
  ["as many as it asks for", numbers({ minItems: 4, maxItems: 4 }), "[1, 1, 1, 1]"],
  ["one where it does not say", numbers({}), "[1]"],
  ["one where they would be too many", numbers({ minItems: 768 }), "[1]"],
  ["one where equal ones count as one", numbers({ minItems: 2, uniqueItems: true }), "[1]"],
  ["as many within others", { ...numbers({ minItems: 2 }), items: numbers({ minItems: 2 }) }, "[[1, 1], [1, 1]]"],
])("the items of a list in an example: %s", async (_title, schema, items) => {
  const text = await moduleOf({ input: objectOf({ a: schema }) });
  const call = /\* (await invokeHello\([^;]*;)/.exec(text)?.[1] ?? "";
  expect(
    call
      .replaceAll(/\n \*|\s/g, "")
      .replaceAll(",]", "]")
      .replaceAll(",}", "}"),
  ).toBe(`awaitinvokeHello({a:${items.replaceAll(" ", "")}});`);
});

test("an example stays short where lists are within lists", async () => {
  const nested = Array.from({ length: 12 }).reduce<JsonSchema>((items) => ({ type: "array", items, minItems: 8 }), {
    type: "number",
  });
  expect((await moduleOf({ input: objectOf({ a: nested }) })).length).toBeLessThan(5000);
});
