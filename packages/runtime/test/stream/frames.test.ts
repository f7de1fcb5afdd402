import { describe, expect, test } from "vitest";
import { streamFrames } from "../../src/stream/index.js";
import { rejectionOf } from "../support/chain.js";
import { answering, bytewise, frame, items, partsOf, rawFrame, scribe, serveChunks } from "../support/streams.js";

/** What truss writes, byte for byte. */
const golden = Buffer.from(
  "020000000d7b226d223a227374617274227d" +
    "030000000f7b22776f726473223a5b2261225d7d" +
    "03000000137b22776f726473223a5b2261222c2261225d7d" +
    "04000000077b226e223a327d",
  "hex",
);
const header = { m: "start" };
const words = [{ words: ["a"] }, { words: ["a", "a"] }];
const footer = { n: 2 };

const begin = frame("header", header);
const item = frame("item", 1);
const end = frame("footer", footer);

async function wholeOf(chunks: readonly Uint8Array[]): Promise<unknown> {
  const stream = await streamFrames(scribe, {}, answering(chunks));
  return [await stream.header, await partsOf(stream), await stream.footer];
}

describe("a framed stream", () => {
  test("is read as truss writes it", async () => {
    expect(await wholeOf([golden])).toStrictEqual([header, words, footer]);
  });

  test("is read as our own frames are written", () => {
    const frames = [frame("header", header), ...words.map((it) => frame("item", it)), frame("footer", footer)];
    expect(Buffer.concat(frames)).toStrictEqual(golden);
  });

  test("is whole where every byte comes by itself", async () => {
    expect(await wholeOf(bytewise(golden))).toStrictEqual([header, words, footer]);
    const stream = await streamFrames(scribe, {}, { baseUrl: await serveChunks(bytewise(golden)) });
    expect([await partsOf(stream), await stream.footer]).toStrictEqual([words, footer]);
  });

  test.each(Array.from(golden, (_, at) => at))("is whole cut at byte %i", async (at) => {
    expect(await wholeOf([golden.subarray(0, at), golden.subarray(at)])).toStrictEqual([header, words, footer]);
  });

  test("with a long frame among short ones is whole", async () => {
    const long = "é".repeat(300_000);
    const bytes = Buffer.concat([item, frame("item", long), item]);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, at) =>
      bytes.subarray(at * 1000, at * 1000 + 1000),
    );
    expect(await partsOf(await streamFrames(items, {}, answering(chunks)))).toStrictEqual([1, long, 1]);
  });

  test("of items alone may end anywhere between two of them", async () => {
    expect(await partsOf(await streamFrames(items, {}, answering([])))).toStrictEqual([]);
    expect(await partsOf(await streamFrames(items, {}, answering([item, item])))).toStrictEqual([1, 1]);
  });

  test("has items of any JSON, and keys of any name", async () => {
    const texts = ['{"__proto__":1,"constructor":2}', "null", '""', "[]", "1e3"];
    const chunks = texts.map((text) => rawFrame(3, Buffer.from(text)));
    const parts = await partsOf(await streamFrames(items, {}, answering(chunks)));
    expect(parts.map((part) => JSON.stringify(part))).toStrictEqual([...texts.slice(0, 4), "1000"]);
  });
});

describe("header, items and footer can be asked for in any order", () => {
  test("the items first, and the header afterwards, twice", async () => {
    const stream = await streamFrames(scribe, {}, answering([golden]));
    expect(await partsOf(stream)).toStrictEqual(words);
    expect([await stream.header, await stream.header]).toStrictEqual([header, header]);
  });

  test("the footer alone: the items are dropped", async () => {
    const stream = await streamFrames(scribe, {}, answering([golden]));
    expect([await stream.footer, await stream.footer, await stream.header]).toStrictEqual([footer, footer, header]);
  });

  test("the footer beside a loop that waits: it loses nothing", async () => {
    const stream = await streamFrames(scribe, {}, answering(bytewise(golden)));
    expect(await Promise.all([partsOf(stream), stream.footer, stream.header])).toStrictEqual([words, footer, header]);
  });

  test("the footer after the last item, within the loop", async () => {
    const stream = await streamFrames(scribe, {}, answering([begin, item, end]));
    for await (const part of stream) expect([part, await stream.footer]).toStrictEqual([1, footer]);
  });

  test.each([
    ["before the loop", false],
    ["within the loop", true],
  ])("a loop that loses items to the footer, asked for %s, fails", async (_, isWithin) => {
    const stream = await streamFrames(scribe, {}, answering([begin, item, item, end]));
    const loop = async (): Promise<void> => {
      if (!isWithin) await stream.footer;
      for await (const part of stream) expect([part, await stream.footer]).toStrictEqual([1, footer]);
    };
    expect(await rejectionOf(loop())).toMatchObject({
      name: "ChainStreamError",
      message: "Scribe: `footer` has taken items of this loop",
    });
  });

  test("what is not declared is an error of its own, and the stream goes on", async () => {
    const stream = await streamFrames(items, {}, answering([item]));
    expect(await rejectionOf(stream.header)).toHaveProperty("message", "Items: the chain declares no header");
    expect(await rejectionOf(stream.footer)).toHaveProperty("message", "Items: the chain declares no footer");
    expect(await partsOf(stream)).toStrictEqual([1]);
  });

  test("a footer that nobody declared ends the stream", async () => {
    expect(await partsOf(await streamFrames(items, {}, answering([item, end])))).toStrictEqual([1]);
  });

  test("what nobody listens to does not end the process", async () => {
    const stream = await streamFrames(scribe, {}, answering([]));
    void stream.header;
    void stream.footer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  });
});

describe("what is no stream of this chain is an error, after the items before it", () => {
  const long = rawFrame(3, new Uint8Array(), 104_857_601);

  test.each<[string, Uint8Array[], number, string, boolean]>([
    ["a missing header", [], 0, "the stream ended without its header", false],
    ["an item first", [item], 0, "the item came before the header", false],
    ["a footer first", [end], 0, "the footer came before the header", false],
    ["a missing footer", [begin, item], 1, "the stream ended without its footer", false],
    ["a second header", [begin, item, begin], 1, "an unexpected header came", false],
    ["a frame cut in its tag", [begin, item, item.subarray(0, 4)], 1, "the stream ended within a frame", true],
    ["a frame cut in its content", [begin, item, item.subarray(0, 5)], 1, "the stream ended within a frame", true],
    ["an unknown tag", [begin, item, rawFrame(5, item)], 1, "a frame begins with the unknown tag 5", false],
    ["text", [Buffer.from("<html>")], 0, "a frame begins with the unknown tag 60", false],
    [
      "a long frame",
      [begin, item, long],
      1,
      "a frame of 104857601 bytes is longer than `maxFrameBytes`, 104857600",
      false,
    ],
    ["no JSON", [begin, item, rawFrame(3, Buffer.from("{é"))], 1, 'the item is not JSON: "{é"', false],
    ["an empty frame", [begin, item, rawFrame(3, new Uint8Array())], 1, 'the item is not JSON: ""', false],
  ])("%s", async (_, chunks, read, message, retryable) => {
    const stream = await streamFrames(scribe, {}, answering(chunks));
    const parts: unknown[] = [];
    const loop = async (): Promise<void> => {
      for await (const part of stream) parts.push(part);
    };
    const error = await rejectionOf(loop());
    const receivedBytes = chunks.reduce((length, chunk) => length + chunk.length, 0);
    expect(error).toMatchObject({ name: "ChainStreamError", message: `Scribe: ${message}`, retryable, receivedBytes });
    expect(parts).toHaveLength(read);
    expect(await rejectionOf(stream.footer)).toHaveProperty("message", `Scribe: ${message}`);
  });

  test("a header among items that have none", async () => {
    const error = await rejectionOf(partsOf(await streamFrames(items, {}, answering([begin, item]))));
    expect(error).toHaveProperty("message", "Items: an unexpected header came");
  });

  test("a frame is refused by the caller's own limit before its content comes", async () => {
    const baseUrl = await serveChunks([item, rawFrame(3, new Uint8Array(), 11)], "silence");
    const stream = await streamFrames(items, {}, { baseUrl, maxFrameBytes: 10 });
    expect(await rejectionOf(partsOf(stream))).toMatchObject({
      message: "Items: a frame of 11 bytes is longer than `maxFrameBytes`, 10",
      receivedBytes: 11,
    });
  });

  test("help says what most likely happened where the chain may have raised", async () => {
    const stream = await streamFrames(scribe, {}, answering([begin]));
    expect(await rejectionOf(stream.footer)).toHaveProperty(
      "help",
      "The chain raised, most likely, which a stream does not show: read its logs.",
    );
  });
});

describe("after the footer", () => {
  test("nobody waits for the end of the answer", async () => {
    const baseUrl = await serveChunks([golden], "silence");
    const stream = await streamFrames(scribe, {}, { baseUrl });
    expect([await partsOf(stream), await stream.footer]).toStrictEqual([words, footer]);
    stream.cancel();
  });

  test.each(["cut", "end"] as const)("a %s is no error", async (how) => {
    const stream = await streamFrames(scribe, {}, { baseUrl: await serveChunks([golden], how) });
    expect([await partsOf(stream), await stream.footer]).toStrictEqual([words, footer]);
  });
});
