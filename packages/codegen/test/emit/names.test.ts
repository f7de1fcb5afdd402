import { describe, expect, test } from "vitest";
import type { ChainSignature, JsonSchema, JsonSchemaObject } from "../../src/signature.js";
import { moduleOf, objectOf, typesOf } from "./support/generate.js";

const text = { type: "string" };

/** The names of the types of a chain that gets one argument for each definition. */
async function namesOf(
  $defs: Record<string, JsonSchema>,
  more: Partial<ChainSignature> = {},
): Promise<readonly (string | undefined)[]> {
  const properties = Object.fromEntries(Object.keys($defs).map((key, index) => [`a${index}`, to(key)]));
  const types = await typesOf({ input: objectOf(properties, { $defs }), ...more });
  return [...types.matchAll(/^export (?:interface|type) ([\p{ID_Continue}$]+)/gmu)].map(([, name]) => name);
}

function to(key: string): JsonSchemaObject {
  return { $ref: `#/$defs/${key.replaceAll("~", "~0").replaceAll("/", "~1")}` };
}

function model(title: string | undefined, field = "x"): JsonSchemaObject {
  return objectOf({ [field]: text }, title === undefined ? {} : { title });
}

describe("a model has the name that a user expects", () => {
  test.each<[string, string, string | undefined, string]>([
    ["its class's", "Item", "Item", "Item"],
    ["its class's, in any style", "my_item", "my_item", "my_item"],
    ["its class's, whatever its title", "Item", "A fancy item", "Item"],
    ["its class's, without its module", "pkg__mod__Item", "Item", "Item"],
    ["its class's, without module and title", "pkg__mod__Item", "Fancy", "Item"],
    ["its class's, without module and number", "pkg__mod__Item__1", "Item", "Item"],
    ["its class's, without its direction", "Item-Input", "Item", "Item"],
    ["that of a generic class", "Box_int_", "Box[int]", "BoxInt"],
    ["that of a generic class of a module", "pkg__mod__Box_list_str__", "Box[list[str]]", "BoxListStr"],
    ["that of a private class", "__Item", "__Item", "__Item"],
    ["that of a class in any script", "Größe", "Größe", "Größe"],
    ["one made of a key of a plain schema", "postal-address", undefined, "PostalAddress"],
    ["one made of a key with slashes", "a/b~c", undefined, "ABC"],
    ["one that is safe", "3d", undefined, "Model3d"],
    ["one without joiners", "A\u200dB", undefined, "AB"],
    ["one at all", "😀", "😀", "Model"],
    ["one with its chain in front, for a word of modules", "Promise", "Promise", "HelloPromise"],
    ["one with its chain in front, for a word of TypeScript", "any", "any", "HelloAny"],
    ["one with its chain in front, for an inherited name", "__proto__", "__proto__", "Hello__proto__"],
    ["its own, where it means nothing to a module", "Array", "Array", "Array"],
  ])("%s", async (_, key, title, name) => {
    const $defs = Object.fromEntries([[key, model(title)]]);
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", name]);
  });
});

describe("models that want one name", () => {
  test("share it where they are the same", async () => {
    const $defs = { one__A: model("A"), two__A: model("A") };
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", "A"]);
  });

  test("share it where they hold models that are the same, in circles too", async () => {
    const holder = (key: string): JsonSchemaObject => objectOf({ next: to(key), leaf: text }, { title: "A" });
    const $defs = { one__A: holder("two__A"), two__A: holder("one__A") };
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", "A"]);
  });

  test("get their modules, where they differ", async () => {
    const $defs = { pkg__one__A: model("A", "x"), pkg__two__A: model("A", "y"), other__two__A: model("A", "z") };
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", "A", "TwoA", "OtherTwoA"]);
  });

  test("get their chain and at last a number, where they have no modules", async () => {
    const $defs = {
      "Box[int]": model("Box[int]", "x"),
      "Box.int": model(undefined, "y"),
      "Box-int": model(undefined, "z"),
    };
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", "BoxInt", "HelloBoxInt", "HelloBoxInt2"]);
  });

  test("leave names alone that a later model has in Python", async () => {
    const $defs = { Promise: model("Promise"), HelloPromise: model("HelloPromise", "y") };
    expect(await namesOf($defs)).toStrictEqual(["HelloInput", "HelloOutput", "HelloPromise2", "HelloPromise"]);
  });
});

describe("our own names give way to those of the user's models", () => {
  test("XInput to XArguments, XOutput to XResult", async () => {
    const $defs = { HelloInput: model("HelloInput"), HelloOutput: model("HelloOutput") };
    expect(await namesOf($defs)).toStrictEqual(["HelloArguments", "HelloResult", "HelloInput", "HelloOutput"]);
  });

  test("XOutput is not needed where a model of that name is the result", async () => {
    const output = { ...to("HelloOutput"), $defs: { HelloOutput: model("HelloOutput") } };
    expect(await namesOf({}, { output })).toStrictEqual(["HelloInput", "HelloOutput"]);
    expect(await moduleOf({ output })).toContain("): Promise<HelloOutput> {");
  });

  test("the output half of a model to a model of its name", async () => {
    const params = (required: string[]): JsonSchemaObject => ({ ...model("Params"), required });
    const output = { ...to("Params"), $defs: { Params: params(["x"]) } };
    expect(await namesOf({ Params: params([]), ParamsOutput: model("ParamsOutput", "y") }, { output })).toStrictEqual([
      "HelloInput",
      "HelloOutput",
      "Params",
      "ParamsOutput",
      "ParamsResult",
    ]);
  });

  test("functions and the descriptor too", async () => {
    const $defs = { invokeHello: model("invokeHello"), helloChain: model("helloChain", "y") };
    const text = await moduleOf({ input: objectOf({ a: to("invokeHello"), b: to("helloChain") }, { $defs }) });
    expect(text).toContain("export const helloDescriptor: ChainDescriptor<HelloInput, HelloOutput>");
    expect(text).toContain("export function invokeHelloChain(input: HelloInput");
  });
});

test("a chain named Async leaves the runtime's name alone", async () => {
  const text = await moduleOf({ name: "Async" });
  expect(text).toContain("export function invokeAsyncChain(");
  expect(text).toContain("return invokeAsync(asyncChain, input, options);");
});
