import { expect, test } from "vitest";
import { numpySchema } from "../../src/read/schema/numpy-schema.js";
import type { ChainSignature, JsonSchema } from "../../src/signature.js";
import { planClient } from "./support/client.js";
import { moduleOf, objectOf, signatureOf } from "./support/generate.js";

const bytes = { type: "string", format: "binary" };
const binary = { chainId: "abc123", binary: true };
const reference = (name: string): JsonSchema => ({ $ref: `#/$defs/${name}` });

/** A signature whose argument and result are of one definition. */
function aboutModels($defs: Record<string, JsonSchema>): Partial<ChainSignature> {
  const [name = ""] = Object.keys($defs);
  return {
    input: { ...objectOf({ it: reference(name) }), $defs },
    output: { ...objectOf({ it: reference(name) }), $defs },
  };
}

/** The lines of a module that declare something, without their bodies. */
function heads(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => /^export /.test(line))
    .map((line) => line.replace(/ [=({].*$/, ""));
}

test("a chain without bytes and arrays has the types of its JSON call", async () => {
  const text = await moduleOf({ input: objectOf({ n: { type: "number" } }), output: { type: "number" } }, binary);
  expect(text).toContain("BinaryChainDescriptor<HelloInput, HelloOutput, HelloInput, HelloOutput>");
  expect(text).toContain("invokeHelloBinary(input: HelloInput, options?: CallOptions): Promise<HelloOutput> {");
  expect(text).not.toContain("NdArray }");
});

test("a chain that was not asked for, or streams, has no binary call", async () => {
  const plain = await moduleOf({ output: bytes });
  const stream = signatureOf({ transport: "byte-stream" });
  const { modules, diagnostics } = planClient([{ signature: stream, source: "hello.py", binary: true }]);
  expect(plain.includes("inary") || JSON.stringify(modules).includes("inary")).toBe(false);
  expect(diagnostics).toStrictEqual([]);
});

test("only models that differ have a binary variant, and those that hold them", async () => {
  const $defs = {
    Outer: objectOf({ inner: reference("Inner"), plain: reference("Plain") }),
    Inner: objectOf({ data: bytes }),
    Plain: objectOf({ n: { type: "integer" } }),
  };
  const text = await moduleOf(aboutModels($defs), binary);
  expect(heads(text).filter((head) => head.startsWith("export interface"))).toStrictEqual([
    "export interface HelloInput",
    "export interface HelloOutput",
    "export interface HelloBinaryInput",
    "export interface HelloBinaryOutput",
    "export interface Outer",
    "export interface Inner",
    "export interface Plain",
    "export interface OuterBinary",
    "export interface InnerBinary",
  ]);
  expect(text).toContain("export interface OuterBinary {\n  inner: InnerBinary;\n  plain: Plain;\n}");
});

test("a binary call renames nothing of the JSON call, and gives way to the user's names", async () => {
  const $defs = {
    Photo: objectOf({ pixels: numpySchema() }),
    PhotoBinary: objectOf({ n: { type: "integer" } }),
    HelloBinaryInput: objectOf({ m: { type: "integer" } }),
  };
  const properties = { a: reference("Photo"), b: reference("PhotoBinary"), c: reference("HelloBinaryInput") };
  const parts = { input: { ...objectOf(properties), $defs }, output: { type: "null" } };
  const [without, withBinary] = [await moduleOf(parts), await moduleOf(parts, binary)];
  const names = heads(without).filter((head) => !head.includes("Chain"));
  expect(heads(withBinary)).toStrictEqual(expect.arrayContaining(names.map((name) => name)));
  expect(withBinary).toContain("export interface HelloInBinaryInput {\n  a: PhotoInBinary;");
});

test("a model that differs between the directions has two binary variants", async () => {
  const required = objectOf({ data: bytes, n: { type: "integer" } });
  const input = { ...objectOf({ it: reference("Part") }), $defs: { Part: { ...required, required: ["data"] } } };
  const text = await moduleOf(
    { input, output: { ...(reference("Part") as object), $defs: { Part: required } } },
    binary,
  );
  expect(text).toContain("export interface PartBinary {\n  data: Uint8Array;\n  n?: number | undefined;\n}");
  expect(text).toContain("export interface PartOutputBinary {\n  data: Uint8Array;\n  n: number;\n}");
  expect(text).toContain("export type HelloBinaryOutput = PartOutputBinary;");
});

test("a recursive model has a recursive variant", async () => {
  const node = objectOf({ data: bytes, next: { anyOf: [reference("Node"), { type: "null" }] } });
  const text = await moduleOf(aboutModels({ Node: node }), binary);
  expect(text).toContain("export interface NodeBinary {\n  data: Uint8Array;\n  next: NodeBinary | null;\n}");
});

test("bytes are documented as bytes, and base64 is a text or bytes", async () => {
  const properties = { raw: { ...bytes, minLength: 2 }, text: { type: "string", format: "base64" } };
  const text = await moduleOf({ input: objectOf(properties), output: { type: "null" } }, binary);
  expect(text).toContain(
    "  /** At least 2 bytes. */\n  raw: Uint8Array;\n  /** Bytes, as base64. */\n  text: string | Uint8Array;",
  );
});

test("the descriptor says of a result that is bytes alone that it comes as it is", async () => {
  expect(await moduleOf({ output: bytes }, binary)).toContain('binaryAnswer: "bytes"');
  expect(await moduleOf({ output: { type: "array", items: bytes } }, binary)).not.toContain("binaryAnswer");
});
