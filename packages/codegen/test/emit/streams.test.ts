import { describe, expect, test } from "vitest";
import type { ChainSignature, FrameSchemas, JsonSchema } from "../../src/signature.js";
import { emitClient, planClient } from "./support/client.js";
import { compileErrors } from "./support/compile.js";
import { withConsumers } from "./support/examples.js";
import { moduleOf, objectOf, signatureOf } from "./support/generate.js";

const text = { type: "string" };
const empty = { type: "object", properties: {} };

function stream(transport: ChainSignature["transport"], parts: Partial<ChainSignature> = {}): Partial<ChainSignature> {
  return signatureOf({ transport, ...parts });
}

function framed(frames: FrameSchemas, input: ChainSignature["input"] = empty): Partial<ChainSignature> {
  return stream("framed-stream", { frames, input });
}

function ofModel(name: string, field: string, more: JsonSchema = text): JsonSchema {
  return { $ref: `#/$defs/${name}`, $defs: { [name]: objectOf({ [field]: more }, { title: name }) } };
}

/** The exported types of a module, as they begin. */
async function typesIn(parts: Partial<ChainSignature>): Promise<readonly string[]> {
  const module = await moduleOf(parts);
  return module.match(/^export (?:interface \w+|type \w+ = .*;)/gm)?.map((line) => line.replace("export ", "")) ?? [];
}

describe("a chain that streams", () => {
  test.each([
    ["text-stream", "streamText", "TextStream", "text"],
    ["byte-stream", "streamBytes", "ByteStream", "bytes"],
  ] as const)("%s is called through one function, and cannot be queued", async (transport, call, type, part) => {
    const module = await moduleOf(stream(transport));
    expect(module.slice(module.indexOf("import"))).toBe(`import {
  ${call},
${[type, "StreamCallOptions", "StreamDescriptor"]
  .sort()
  .map((name) => `  type ${name},\n`)
  .join("")}} from "@typed-chains/runtime/stream";

/** Arguments of {@link invokeHello}: none. */
export type HelloInput = Record<string, never>;

/** Where the chain lives. Options of a call override it. */
export const helloChain: StreamDescriptor<HelloInput, "${transport}"> = {
  name: "Hello",
  transport: "${transport}",
  chainId: "abc123",
};

/**
 * Calls the chain \`Hello\`.
 *
 * Streams ${part}. The stream can be read once, and leaving the loop ends the request. If the chain
 * raises while it streams, the stream ends as if it were complete.
 *
 * @example
 * \`\`\`ts
 * for await (const ${part} of await invokeHello()) console.log(${part});
 * \`\`\`
 */
export function invokeHello(input: HelloInput = {}, options?: StreamCallOptions): Promise<${type}> {
  return ${call}(helloChain, input, options);
}
`);
  });

  test("asks for an address where none is baked in", async () => {
    const module = await moduleOf(stream("text-stream"), {});
    expect(module).toContain(
      "invokeHello(input: HelloInput, options: AddressedStreamCallOptions): Promise<TextStream>",
    );
    expect(module).toContain(
      ' * for await (const text of await invokeHello({}, { chainId: "..." })) console.log(text);\n',
    );
  });

  test("is passed on by the index without what it does not have", async () => {
    const { modules } = planClient([{ signature: signatureOf(stream("text-stream")), source: "hello.py" }]);
    const files = await emitClient(modules, { importExtension: "js" });
    expect(files.get("index.ts")).toContain('export { helloChain, invokeHello, type HelloInput } from "./hello.js";');
  });
});

describe("the frames of a stream", () => {
  const head = ofModel("Started", "at");
  const item = ofModel("Word", "word");
  const foot = ofModel("Done", "count", { type: "integer" });

  test.each<[string, FrameSchemas, string, string]>([
    [
      "all three",
      { header: head, item, footer: foot },
      "HelloHeader, HelloItem, HelloFooter",
      "header: true, footer: true",
    ],
    ["items alone", { item }, "never, HelloItem, never", "header: false, footer: false"],
    ["a header and items", { header: head, item }, "HelloHeader, HelloItem, never", "header: true, footer: false"],
    ["items and a footer", { item, footer: foot }, "never, HelloItem, HelloFooter", "header: false, footer: true"],
  ])("%s are types, and known to the runtime", async (_, frames, types, declared) => {
    const module = await moduleOf(framed(frames));
    const flat = module.replaceAll(/\s+/g, " ");
    expect(flat).toContain(`FramedStreamDescriptor<HelloInput, ${types}>`.replaceAll(/\s+/g, " "));
    expect(flat).toContain(`Promise<FramedStream<${types}>>`);
    expect(flat).toContain(`frames: { ${declared} }`);
    expect(flat.includes("await stream.header")).toBe("header" in frames);
    expect(flat.includes("await stream.footer")).toBe("footer" in frames);
    expect(flat.includes("ends without its footer is an error")).toBe("footer" in frames);
  });

  test("share a model that is the same, with the input too", async () => {
    const input = objectOf(
      { word: { $ref: "#/$defs/Word" } },
      { $defs: { Word: objectOf({ word: text }, { title: "Word" }) } },
    );
    expect(await typesIn(framed({ header: item, item, footer: item }, input))).toStrictEqual([
      "interface HelloInput",
      "type HelloHeader = Word;",
      "type HelloItem = Word;",
      "type HelloFooter = Word;",
      "interface Word",
    ]);
  });

  test("keep models of one name apart that differ", async () => {
    const frames = { header: ofModel("Word", "a"), item: ofModel("Word", "b"), footer: ofModel("Word", "c") };
    expect(await typesIn(framed(frames))).toStrictEqual([
      "type HelloInput = Record<string, never>;",
      "type HelloHeader = Word;",
      "type HelloItem = HelloWord;",
      "type HelloFooter = HelloWord2;",
      "interface Word",
      "interface HelloWord",
      "interface HelloWord2",
    ]);
  });

  test("give way to the names of the user's models, and need no alias of their own name", async () => {
    const frames = {
      header: ofModel("HelloItem", "a"),
      item: ofModel("HelloFooter", "b"),
      footer: ofModel("HelloFooter", "b"),
    };
    expect(await typesIn(framed(frames))).toStrictEqual([
      "type HelloInput = Record<string, never>;",
      "type HelloHeader = HelloItem;",
      "type HelloStreamItem = HelloFooter;",
      "interface HelloItem",
      "interface HelloFooter",
    ]);
  });

  test("leave the runtime's names alone", async () => {
    const names = ["FramedStream", "StreamCallOptions", "AddressedStreamCallOptions", "streamFrames"];
    for (const name of names) {
      const module = await moduleOf(framed({ item: ofModel(name, "a") }));
      expect(module).toContain(`export interface Hello${name.replace(/^s/, "S")} {`);
    }
  });

  test("say that NaN does not come", async () => {
    const module = await moduleOf(framed({ item: ofModel("Word", "at", { type: "number" }) }));
    expect(module).toContain(
      "/**\n * One item of {@link invokeHello}.\n *\n * NaN and infinity come as `null`: JSON has neither.\n */",
    );
  });
});

test("modules and examples of every kind of stream compile, with an address and without", async () => {
  const item = ofModel("Word", "word");
  const kinds = [
    stream("text-stream"),
    stream("byte-stream"),
    framed({ item }),
    framed({ header: item, item, footer: item }),
  ];
  const addresses = [{}, { chainId: "abc123" }];
  const chains = kinds.flatMap((parts, kind) =>
    addresses.map((address, at) => ({
      signature: signatureOf({ ...parts, name: `Hello${kind}${at}` }),
      source: "a.py",
      ...address,
    })),
  );
  const { modules, diagnostics } = planClient(chains);
  expect(diagnostics).toStrictEqual([]);
  const files = await emitClient(modules, { importExtension: "js" });
  expect(compileErrors(withConsumers(files))).toStrictEqual([]);
});
