import { expect, test } from "vitest";
import type { JsonSchemaObject } from "../../src/signature.js";
import { objectOf, typesOf } from "./support/generate.js";

const text = { type: "string" };

/** A definition in `$defs` as pydantic writes it. */
function model(title: string, properties: JsonSchemaObject["properties"], required: string[]): JsonSchemaObject {
  return { type: "object", title, properties: properties ?? {}, required };
}

function to(name: string): JsonSchemaObject {
  return { $ref: `#/$defs/${name}` };
}

test("an argument with a default may be left out, and is null only where its default or its type is", async () => {
  const properties = {
    a: { type: "string", default: "x" },
    b: { type: "string", default: null },
    c: { anyOf: [text, { type: "null" }], default: "x" },
    d: { anyOf: [text, { type: "null" }] },
  };
  const types = await typesOf({ input: { type: "object", properties, required: ["d"] } });
  const members = [...types.matchAll(/^ {2}(\w\??: .*;)$/gm)].map(([, member]) => member);
  expect(members).toStrictEqual([
    "a?: string | undefined;",
    "b?: string | null | undefined;",
    "c?: string | null | undefined;",
    "d: string | null;",
  ]);
});

test("a field whose default is null does not take null, and may be null when it comes back", async () => {
  const fields = { a: { type: "integer", default: null } };
  const types = await typesOf({
    input: objectOf({ m: to("M") }, { $defs: { M: model("M", fields, []) } }),
    output: { ...to("M"), $defs: { M: model("M", fields, ["a"]) } },
  });
  expect(types).toContain("export interface M {\n  /** @defaultValue null */\n  a?: number | undefined;\n}");
  expect(types).toContain("export interface MOutput {\n  /** @defaultValue null */\n  a: number | null;\n}");
});

test("an output key that may be absent is optional without undefined", async () => {
  expect(await typesOf({ output: { type: "object", properties: { a: text } } })).toContain("  a?: string;\n");
});

test("a model of both directions is one type where only readonly and undefined would differ", async () => {
  const $defs = {
    Tree: model("Tree", { label: text, children: { type: "array", items: to("Tree") }, note: text }, [
      "label",
      "children",
    ]),
  };
  const types = await typesOf({ input: objectOf({ tree: to("Tree") }, { $defs }), output: { ...to("Tree"), $defs } });
  expect(types).toContain(
    "export interface Tree {\n  label: string;\n  children: Tree[];\n  note?: string | undefined;\n}",
  );
  expect(types.match(/^export /gm)).toHaveLength(3);
});

test("a model that differs between the directions is split, with all that hold it", async () => {
  const defs = (required: string[]): Record<string, JsonSchemaObject> => ({
    Params: model("Params", { top_k: { type: "integer", default: 3 } }, required),
    Holder: model("Holder", { list: { type: "array", items: to("Params") } }, ["list"]),
    Same: model("Same", { a: text }, ["a"]),
  });
  const value = { h: to("Holder"), s: to("Same") };
  const types = await typesOf({
    input: objectOf(value, { $defs: defs([]) }),
    output: objectOf(value, { $defs: defs(["top_k"]) }),
  });
  const names = [...types.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  expect(names).toStrictEqual([
    "HelloInput",
    "HelloOutput",
    "Holder",
    "Params",
    "Same",
    "HolderOutput",
    "ParamsOutput",
  ]);
  expect(types).toContain("export interface Holder {\n  list: readonly Params[];\n}");
  expect(types).toContain("export interface HolderOutput {\n  list: ParamsOutput[];\n}");
});

test("the tag of a discriminated union is required on input, however the union is reached", async () => {
  const tagged = (tag: string): JsonSchemaObject =>
    model("", { kind: { const: tag, default: tag }, more: { ...text, default: "" } }, []);
  const discriminator = { propertyName: "kind" };
  const $defs = {
    Cat: tagged("cat"),
    Dog: tagged("dog"),
    Bird: tagged("bird"),
    Loose: tagged("loose"),
    Pet: { oneOf: [to("Cat"), to("Dog")] },
    Animal: { oneOf: [{ anyOf: [to("Pet"), { type: "null" }] }, { allOf: [to("Bird")] }], discriminator },
  };
  const types = await typesOf({
    input: objectOf(
      {
        animal: { type: "array", items: { anyOf: [to("Animal"), { type: "null" }] } },
        loose: { anyOf: [to("Loose")] },
      },
      { $defs },
    ),
  });
  expect(types.match(/^ {2}kind.*$/gm)).toStrictEqual([
    '  kind: "cat";',
    '  kind: "dog";',
    '  kind: "bird";',
    '  kind?: "loose" | undefined;',
  ]);
});

test("the tag of a member that has no name is required too", async () => {
  const member = { type: "object", properties: { kind: { const: "a", default: "a" } } };
  const types = await typesOf({ input: objectOf({ x: { oneOf: [member], discriminator: { propertyName: "kind" } } }) });
  expect(types).toContain('    kind: "a";\n');
});
