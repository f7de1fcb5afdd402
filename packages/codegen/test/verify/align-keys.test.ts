import { expect, test } from "vitest";
import type { JsonSchema } from "../../src/signature.js";
import { alignKeys } from "../../src/verify/align-keys.js";

const text: JsonSchema = { type: "string" };

function objectOf(properties: Record<string, JsonSchema>): JsonSchema {
  return { type: "object", properties, required: Object.keys(properties) };
}

test("a key that stands for another one with the same values gets its name, wherever it is", () => {
  const wire = { type: "array", items: objectOf({ first: text, item_sku: text }) };
  const documented = { type: "array", items: objectOf({ first: text, itemSku: { ...text, title: "Itemsku" } }) };
  expect(alignKeys(wire, documented, "output")).toStrictEqual({
    schema: { type: "array", items: objectOf({ first: text, item_sku: { ...text, title: "Itemsku" } }) },
    shownKeys: [{ place: "output[].item_sku", shown: "itemSku" }],
  });
});

test("keys that hold something else keep their names: they are no aliases", () => {
  const documented = objectOf({ count: { type: "integer" } });
  expect(alignKeys(objectOf({ text }), documented, "output")).toStrictEqual({ schema: documented, shownKeys: [] });
});

test("several aliases are told apart by the order of the fields", () => {
  const { shownKeys } = alignKeys(objectOf({ a_b: text, c_d: text }), objectOf({ aB: text, cD: text }), "output");
  expect(shownKeys).toStrictEqual([
    { place: "output.a_b", shown: "aB" },
    { place: "output.c_d", shown: "cD" },
  ]);
});

test("a model that contains itself is aligned once", () => {
  const node = (key: string): JsonSchema => ({
    $ref: "#/$defs/Node",
    $defs: { Node: objectOf({ [key]: text, next: { anyOf: [{ $ref: "#/$defs/Node" }, { type: "null" }] } }) },
  });
  expect(alignKeys(node("my_name"), node("myName"), "output")).toStrictEqual({
    schema: node("my_name"),
    shownKeys: [{ place: "output.my_name", shown: "myName" }],
  });
});
