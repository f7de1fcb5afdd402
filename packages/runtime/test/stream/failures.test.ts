import { getEventListeners } from "node:events";
import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { streamBytes, streamFrames, streamText } from "../../src/stream/index.js";
import { deferred, rejectionOf } from "../support/chain.js";
import { serve } from "../support/server.js";
import { frame, items, partsOf, rawFrame, scribe, serveChunks, speech, story, stream } from "../support/streams.js";

/** Serves chunks and then nothing more; tells when the connection is closed. */
async function serveOpen(
  chunks: readonly (string | Uint8Array)[],
): Promise<{ baseUrl: string; closed: Promise<void> }> {
  const closed = deferred<void>();
  const { origin } = await serve((response) => {
    response.on("close", () => closed.resolve());
    void stream(response, chunks, "silence");
  });
  return { baseUrl: origin, closed: closed.promise };
}

const begin = frame("header", "h");
const item = frame("item", 1);

describe("a connection that breaks", () => {
  test("is a ChainStreamError with the text that had come", async () => {
    const baseUrl = await serveChunks(["one é ", "two"], "cut");
    expect(await rejectionOf((await streamText(story, {}, { baseUrl })).text())).toMatchObject({
      name: "ChainStreamError",
      status: 200,
      requestId: "r1",
      retryable: true,
      receivedBytes: 10,
      receivedText: "one é two",
      cause: { message: "terminated" },
    });
  });

  test("keeps of a long text the first 100,000 characters", async () => {
    const baseUrl = await serveChunks(
      Array.from({ length: 30 }, (_, at) => String(at % 10).repeat(10_000)),
      "cut",
    );
    const error = await rejectionOf((await streamText(story, {}, { baseUrl })).text());
    expect(error).toHaveProperty("receivedText.length", 100_000);
  });

  test("does not bring the key into the error, even where the stream does", async () => {
    const baseUrl = await serveChunks(["the key is secret-key-1"], "cut");
    const error = await rejectionOf((await streamText(story, {}, { baseUrl, apiKey: "secret-key-1" })).text());
    expect(error).toHaveProperty("receivedText", "the key is [key]");
  });

  test("does not bring a part of the key into the error, where it is cut", async () => {
    const apiKey = "secret-key-1";
    const baseUrl = await serveChunks(["x".repeat(99_995), apiKey], "cut");
    const error = await rejectionOf((await streamText(story, {}, { baseUrl, apiKey })).text());
    expect(error).toHaveProperty("receivedText", `${"x".repeat(99_995)}[key]`);
    const broken = await serveChunks([rawFrame(3, Buffer.from(`${"x".repeat(95)}${apiKey}`))]);
    expect(await rejectionOf(partsOf(await streamFrames(items, {}, { baseUrl: broken, apiKey })))).toHaveProperty(
      "message",
      `Items: the item is not JSON: "${"x".repeat(95)}[key]"`,
    );
  });

  test("does not bring the key into the request id", async () => {
    const { origin } = await serve((response, { headers }) => {
      response.writeHead(200, { "x-baseten-request-id": headers.authorization }).end("a");
    });
    const text = await streamText(story, {}, { baseUrl: origin, apiKey: "secret-key-1" });
    expect(text.requestId).toBe("Api-Key [key]");
    await text.text();
  });

  test.each([
    ["bytes", async (baseUrl: string) => partsOf(await streamBytes(speech, {}, { baseUrl })), ["ab"], 2],
    ["frames", async (baseUrl: string) => partsOf(await streamFrames(scribe, {}, { baseUrl })), [begin, item], 14],
    ["a footer", async (baseUrl: string) => (await streamFrames(scribe, {}, { baseUrl })).footer, [begin, item], 14],
  ])("says of %s how many had come", async (_, read, chunks, receivedBytes) => {
    const error = await rejectionOf(read(await serveChunks(chunks, "cut")));
    expect(error).toMatchObject({ name: "ChainStreamError", receivedBytes, receivedText: undefined });
  });

  test("before the headers is what it is for every call", async () => {
    const { origin } = await serve((response) => response.socket?.destroy());
    const error = await rejectionOf(streamText(story, {}, { baseUrl: origin }));
    expect(error).toMatchObject({ name: "ChainConnectionError", status: undefined });
  });
});

describe("silence", () => {
  test("longer than stallTimeoutMs is a ChainStreamError, and closes the connection", async () => {
    const { baseUrl, closed } = await serveOpen(["one"]);
    const text = await streamText(story, {}, { baseUrl, stallTimeoutMs: 40 });
    expect(await rejectionOf(text.text())).toMatchObject({
      name: "ChainStreamError",
      message: "Story: the stream was silent for 40 ms",
      retryable: true,
      receivedText: "one",
    });
    await closed;
  });

  test("before the headers is bounded by timeoutMs alone, and that does not bound the stream", async () => {
    const { origin } = await serve((response) => void slowly(response));
    const text = await streamText(story, {}, { baseUrl: origin, timeoutMs: 500 });
    expect(await text.text()).toBe("0123456789");
    const { origin: silent } = await serve(() => {});
    const call = streamText(story, {}, { baseUrl: silent, timeoutMs: 10, stallTimeoutMs: 5 });
    expect(await rejectionOf(call)).toMatchObject({
      name: "ChainTimeoutError",
      message: expect.stringContaining("10 ms") as string,
    });
  });

  test("counts only while somebody waits for the next part", async () => {
    const { baseUrl } = await serveOpen(["a"]);
    const text = await streamText(story, {}, { baseUrl, stallTimeoutMs: 30 });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const loop = text[Symbol.asyncIterator]();
    expect(await loop.next()).toStrictEqual({ done: false, value: "a" });
    await loop.return?.();
  });

  test.each([Infinity, 2 ** 31])("of %d ms may be allowed", async (stallTimeoutMs) => {
    const { origin } = await serve((response) => void slowly(response));
    expect(await (await streamText(story, {}, { baseUrl: origin, stallTimeoutMs })).text()).toBe("0123456789");
  });
});

/** Ten parts, sixty milliseconds apart. */
async function slowly(response: ServerResponse): Promise<void> {
  response.flushHeaders();
  for (let part = 0; part < 10; part++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    response.write(String(part));
  }
  response.end();
}

describe("the caller's signal rejects with its own reason, and closes the connection", () => {
  const reason = { mine: true };

  test("before the headers", async () => {
    const controller = new AbortController();
    const closed = deferred<void>();
    const { origin } = await serve((response) => {
      response.on("close", () => closed.resolve());
      controller.abort(reason);
    });
    expect(await rejectionOf(streamText(story, {}, { baseUrl: origin, signal: controller.signal }))).toBe(reason);
    await closed.promise;
  });

  test("while the next part is waited for", async () => {
    const { baseUrl, closed } = await serveOpen(["a"]);
    const controller = new AbortController();
    const text = await streamText(story, {}, { baseUrl, signal: controller.signal });
    const loop = text[Symbol.asyncIterator]();
    await loop.next();
    const next = rejectionOf(loop.next());
    controller.abort(reason);
    expect(await next).toBe(reason);
    await closed;
  });

  test("between two parts, and before the first", async () => {
    const { baseUrl, closed } = await serveOpen([begin, item]);
    const controller = new AbortController();
    const frames = await streamFrames(scribe, {}, { baseUrl, signal: controller.signal });
    controller.abort(reason);
    await closed;
    expect(await rejectionOf(partsOf(frames))).toBe(reason);
    expect(await rejectionOf(frames.header)).toBe(reason);
    expect(await rejectionOf(frames.footer)).toBe(reason);
  });

  test("even if an injected fetch and its body do not listen", async () => {
    const controller = new AbortController();
    const silent = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream()));
    const options = { baseUrl: "https://h.test", fetch: silent, signal: controller.signal };
    const failure = rejectionOf((await streamText(story, {}, options)).text());
    controller.abort(reason);
    expect(await failure).toBe(reason);
  });

  test("but not once the stream has ended", async () => {
    const controller = new AbortController();
    const baseUrl = await serveChunks(["a"]);
    const text = await streamText(story, {}, { baseUrl, signal: controller.signal });
    expect(await text.text()).toBe("a");
    controller.abort(reason);
  });
});

describe("leaving a stream early", () => {
  test("by break closes the connection", async () => {
    const { baseUrl, closed } = await serveOpen(["a", "b"]);
    for await (const part of await streamText(story, {}, { baseUrl })) {
      expect(part).toMatch(/^ab?$/);
      break;
    }
    await closed;
  });

  test("by an error of the loop closes the connection, and the error is the loop's", async () => {
    const { baseUrl, closed } = await serveOpen([begin, item]);
    const frames = await streamFrames(scribe, {}, { baseUrl });
    const loop = async (): Promise<void> => {
      for await (const part of frames) throw new Error(`mine ${String(part)}`);
    };
    expect(await rejectionOf(loop())).toHaveProperty("message", "mine 1");
    await closed;
    expect(await rejectionOf(frames.footer)).toMatchObject({
      name: "ChainStreamError",
      message: "Scribe: the stream was left before its footer",
    });
  });

  test("while a part is waited for ends the wait without an error", async () => {
    const { baseUrl, closed } = await serveOpen([Buffer.from("é").subarray(0, 1)]);
    const loop = (await streamText(story, {}, { baseUrl }))[Symbol.asyncIterator]();
    const next = loop.next();
    await loop.return?.();
    expect(await next).toStrictEqual({ done: true, value: undefined });
    await closed;
  });

  test.each([
    ["text", async (baseUrl: string) => streamText(story, {}, { baseUrl })],
    ["bytes", async (baseUrl: string) => streamBytes(speech, {}, { baseUrl })],
    ["frames", async (baseUrl: string) => streamFrames(scribe, {}, { baseUrl })],
  ])("by cancel closes the connection of %s that nobody reads", async (_, open) => {
    const { baseUrl, closed } = await serveOpen([begin]);
    const left = await open(baseUrl);
    left.cancel();
    await closed;
    expect(await partsOf<unknown>(left)).toStrictEqual([]);
  });
});

test("the whole of a stream that is cancelled is an error, and not what came by then", async () => {
  const { baseUrl, closed } = await serveOpen(["a"]);
  const text = await streamText(story, {}, { baseUrl });
  const bytes = await streamBytes(speech, {}, { baseUrl });
  const wholes = [rejectionOf(text.text()), rejectionOf(bytes.bytes())];
  text.cancel();
  bytes.cancel();
  expect(await Promise.all(wholes)).toMatchObject([
    { name: "ChainStreamError", message: "Story: the stream was left before its end" },
    { name: "ChainStreamError", message: "Speech: the stream was left before its end" },
  ]);
  await closed;
});

describe("a stream can be read once", () => {
  const again = "the stream was read already, and can be read only once";

  test.each([
    ["a loop after the whole", ["text", "loop"]],
    ["the whole after a loop", ["loop", "text"]],
    ["the whole twice", ["text", "text"]],
    ["two loops", ["loop", "loop"]],
  ])("%s is an error that says so", async (_, ways) => {
    const text = await streamText(story, {}, { baseUrl: await serveChunks(["a"]) });
    const read = async (way: string | undefined): Promise<string> =>
      way === "text" ? text.text() : (await partsOf(text)).join("");
    expect(await read(ways[0])).toBe("a");
    expect(await rejectionOf(read(ways[1]))).toMatchObject({ name: "ChainStreamError", message: `Story: ${again}` });
  });

  test("of bytes and frames too", async () => {
    const bytes = await streamBytes(speech, {}, { baseUrl: await serveChunks(["a"]) });
    await bytes.bytes();
    expect(await rejectionOf(bytes.bytes())).toHaveProperty("message", `Speech: ${again}`);
    const frames = await streamFrames(scribe, {}, { baseUrl: await serveChunks([begin, item, frame("footer", 1)]) });
    await partsOf(frames);
    expect(await rejectionOf(partsOf(frames))).toHaveProperty("message", `Scribe: ${again}`);
  });
});

describe("nothing outlives a stream", () => {
  test.each([
    ["read", ["a"], "end"],
    ["broken", ["a"], "cut"],
    ["silent", ["a"], "silence"],
  ] as const)("that was %s: no listener on the signal, no timer", async (_, chunks, how) => {
    const { signal } = new AbortController();
    const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const baseUrl = await serveChunks(chunks, how);
    const before = timers();
    const text = await streamText(story, {}, { baseUrl, signal, stallTimeoutMs: how === "silence" ? 30 : 65_000 });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    await text.text().catch(() => {});
    expect(getEventListeners(signal, "abort")).toStrictEqual([]);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  test("that was read to its end: the connection serves the next call", async () => {
    const sockets = new Set<unknown>();
    const { origin } = await serve((response) => {
      sockets.add(response.socket);
      void stream(response, [begin, item, frame("footer", 1)]);
    });
    for (let call = 0; call < 5; call++) {
      const frames = await streamFrames(scribe, {}, { baseUrl: origin });
      await frames.footer;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(sockets.size).toBe(1);
  });
});
