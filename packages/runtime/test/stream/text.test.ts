import { describe, expect, test } from "vitest";
import { withOptions } from "../../src/index.js";
import { type StreamCallOptions, streamText, type TextStream } from "../../src/stream/index.js";
import { rejectionOf } from "../support/chain.js";
import { serve, serveBody } from "../support/server.js";
import { answering, bytewise, partsOf, serveChunks, story } from "../support/streams.js";

const rich = "naïve 日本語 👩‍🚀\r\n\u0000end";

describe("a stream of text", () => {
  test("tells its request id before any of it is read", async () => {
    const stream = await streamText(story, {}, { baseUrl: await serveChunks(["a"]) });
    expect(stream.requestId).toBe("r1");
    expect(await stream.text()).toBe("a");
  });

  test("comes in the parts that arrive", async () => {
    const chunks = ["One ", "sea, ", "one moon"].map((text) => new TextEncoder().encode(text));
    const parts = await partsOf(await streamText(story, {}, answering(chunks)));
    expect(parts).toStrictEqual(["One ", "sea, ", "one moon"]);
  });

  test("is whole where every byte comes by itself, and no part ends within a character", async () => {
    const bytes = bytewise(Buffer.from(rich));
    expect(await partsOf(await streamText(story, {}, answering(bytes)))).toStrictEqual([...rich]);
    expect(await (await streamText(story, {}, { baseUrl: await serveChunks(bytes) })).text()).toBe(rich);
  });

  test.each(Array.from({ length: Buffer.byteLength(rich) + 1 }, (_, at) => at))(
    "is whole cut at byte %i",
    async (at) => {
      const bytes = Buffer.from(rich);
      const stream = await streamText(story, {}, answering([bytes.subarray(0, at), bytes.subarray(at)]));
      expect(await stream.text()).toBe(rich);
    },
  );

  test.each([
    ["no chunk", []],
    ["empty chunks", [new Uint8Array(), new Uint8Array()]],
  ])("of %s is empty, and no error", async (_, chunks) => {
    expect(await partsOf(await streamText(story, {}, answering(chunks)))).toStrictEqual([]);
  });

  test("passes over empty chunks within it", async () => {
    const chunks = ["a", "", "b"].map((text) => new TextEncoder().encode(text));
    expect(await partsOf(await streamText(story, {}, answering(chunks)))).toStrictEqual(["a", "b"]);
  });

  test("may have no body at all", async () => {
    const stream = await streamText(story, {}, { ...answering([]), fetch: () => Promise.resolve(new Response(null)) });
    expect(await stream.text()).toBe("");
  });

  test("is an error where fetch cannot stream", async () => {
    const answer = Object.defineProperty(new Response("a"), "body", { value: undefined });
    const stream = await streamText(story, {}, { ...answering([]), fetch: () => Promise.resolve(answer) });
    expect(await rejectionOf(stream.text())).toMatchObject({ message: "Story: `fetch` gives no stream here" });
  });

  test("is an error where fetch gives an answer a second time", async () => {
    const answer = new Response("a");
    const options = { ...answering([]), fetch: () => Promise.resolve(answer) };
    expect(await (await streamText(story, {}, options)).text()).toBe("a");
    expect(await rejectionOf(streamText(story, {}, options))).toHaveProperty("name", "ChainConnectionError");
  });

  test("keeps a mark at its start", async () => {
    const stream = await streamText(story, {}, { baseUrl: await serveChunks(["\ufeffa"]) });
    expect(await stream.text()).toBe("\ufeffa");
  });

  test.each([
    ["at once", [Buffer.from("ab"), Buffer.from([0xff])]],
    ["at its end", [Buffer.from("ab"), Buffer.from("é").subarray(0, 1)]],
  ])("that is no UTF-8 %s is an error with the text so far", async (_, chunks) => {
    const stream = await streamText(story, {}, answering(chunks));
    expect(await rejectionOf(stream.text())).toMatchObject({
      name: "ChainStreamError",
      message: "Story: the stream is not text in UTF-8",
      receivedBytes: 3,
      receivedText: "ab",
      retryable: false,
    });
  });
});

test("options can be bound to a generated function that streams", async () => {
  const invokeStory = (input: Record<string, unknown>, options?: StreamCallOptions): Promise<TextStream> =>
    streamText(story, input, options);
  const bound = withOptions(invokeStory, { baseUrl: await serveChunks(["a"], "silence"), stallTimeoutMs: 60_000 });
  const stream = await bound({}, { stallTimeoutMs: 30 });
  expect(await rejectionOf(stream.text())).toHaveProperty("message", "Story: the stream was silent for 30 ms");
});

describe("the request", () => {
  test.each([
    ["nothing", undefined, "*/*"],
    ["exactly JSON", { accept: "application/json" }, "application/json, */*"],
    ["exactly JSON, as a list", [["Accept", "application/json"]] as const, "application/json, */*"],
  ])("never accepts JSON alone, where the caller says %s", async (_, headers, accept) => {
    const { origin, asked } = await serveBody(200, "ok", { "content-type": "application/octet-stream" });
    await (await streamText(story, { topic: "sea" }, { baseUrl: origin, headers })).text();
    expect(asked[0]?.headers).toMatchObject({ accept, "content-type": "application/json" });
    expect(asked[0]).toMatchObject({ path: "/production/run_remote", body: '{"topic":"sea"}' });
  });
});

describe("an answer that is no stream rejects before there is one", () => {
  test("bad input", async () => {
    const body = JSON.stringify({ error: "Input Parsing Error:\n  `topic`: Field required." });
    const { origin } = await serveBody(400, body);
    expect(await rejectionOf(streamText(story, {}, { baseUrl: origin }))).toMatchObject({
      name: "ChainInputError",
      problems: [{ path: ["topic"], message: "Field required" }],
    });
  });

  test("what JSON cannot say", async () => {
    const call = streamText(story, { topic: NaN }, { baseUrl: "https://h.test" });
    expect(await rejectionOf(call)).toMatchObject({ name: "ChainInputError", status: undefined });
  });

  const exception = { exception_cls_name: "ValueError", exception_message: "no" };
  test.each([
    ["an exception", 500, JSON.stringify({ error: exception }), {}, "ChainRemoteError"],
    ["an exception of a gathered stream", 200, JSON.stringify({ error: exception }), json(), "ChainRemoteError"],
    ["a success marked as an error", 200, "", { "x-baseten-error-code": "600" }, "ChainDecodeError"],
    ["a platform's error", 404, "<html>", {}, "ChainHttpError"],
    ["the JSON of another chain", 200, '"text"', json(), "ChainDecodeError"],
    ["a page", 200, "<html>", { "content-type": "text/html; charset=utf-8" }, "ChainDecodeError"],
  ])("%s", async (_, status, body, headers, name) => {
    const { origin } = await serveBody(status, body, headers);
    expect(await rejectionOf(streamText(story, {}, { baseUrl: origin }))).toHaveProperty("name", name);
  });

  test.each(["stallTimeoutMs", "maxFrameBytes"])("a %s that nothing can keep", async (option) => {
    const call = streamText(story, {}, { baseUrl: "https://h.test", [option]: 0 });
    expect(await rejectionOf(call)).toMatchObject({ name: "ChainConfigError" });
  });

  test("is tried again as every call is, where it was shed", async () => {
    const statuses = [503, 200];
    const { origin, asked } = await serve((response) => response.writeHead(statuses.shift() ?? 200).end("ok"));
    const stream = await streamText(story, {}, { baseUrl: origin, retry: { initialDelayMs: 1 } });
    expect([await stream.text(), asked.length]).toStrictEqual(["ok", 2]);
  });
});

function json(): Record<string, string> {
  return { "content-type": "application/json" };
}
