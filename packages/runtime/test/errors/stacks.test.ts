import { describe, expect, test } from "vitest";
import { type CallOptions, invoke, invokeAsync, queueStatus, reattach } from "../../src/index.js";
import { type FramedStreamDescriptor, streamBytes, streamFrames, streamText } from "../../src/stream/index.js";
import { connect } from "../../src/websocket/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { failingFetch, refused } from "../support/failing-fetch.js";
import { serve, serveBody } from "../support/server.js";
import { echo, serveOpen } from "../support/socket-server.js";

const options: CallOptions = { baseUrl: "https://h.test", apiKey: "k", retry: false };
const error401 = (): Response => new Response('{"error":"no"}', { status: 401 });
const error500 = (): Response => new Response('{"error":"no"}', { status: 500 });
const answeredWith = (answer: () => Response): CallOptions => ({ ...options, fetch: failingFetch(answer).fetch });

/** A body that breaks after its first part. */
function broken(): Response {
  let parts = 0;
  const pull = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    if (parts++ === 0) controller.enqueue(new TextEncoder().encode("a"));
    else controller.error(new Error("reset"));
  };
  return new Response(new ReadableStream({ pull }));
}

async function readAll(stream: Promise<AsyncIterable<unknown>>): Promise<unknown> {
  const read: unknown[] = [];
  for await (const part of await stream) read.push(part);
  return read;
}

const unanswered: CallOptions = {
  ...options,
  fetch: (_, init) =>
    new Promise((__, reject) => {
      init?.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
    }),
};

const text = { ...hello, transport: "text-stream" } as const;
const bytes = { ...hello, transport: "byte-stream" } as const;
const frames: FramedStreamDescriptor<object, never, unknown, never> = {
  name: "Hello",
  transport: "framed-stream",
  frames: { header: false, footer: false },
};

describe("the stack of an error names the function that waits for the call, where the error is", () => {
  test.each<[string, string, () => Promise<unknown>]>([
    ["an HTTP error", "ChainHttpError", () => invoke(hello, {}, answeredWith(error500))],
    ["an HTTP error after a fresh key", "ChainHttpError", () => invoke(hello, {}, answeredWith(error401))],
    [
      "a connection",
      "ChainConnectionError",
      () => invoke(hello, {}, { ...answeredWith(refused), baseUrl: "https://other.test" }),
    ],
    ["a body that breaks", "ChainConnectionError", () => invoke(hello, {}, answeredWith(broken))],
    [
      "no JSON",
      "ChainDecodeError",
      () =>
        invoke(
          hello,
          {},
          answeredWith(() => new Response("x")),
        ),
    ],
    ["the time limit", "ChainTimeoutError", () => invoke(hello, {}, { ...unanswered, timeoutMs: 20 })],
    [
      "the time limit, in a body",
      "ChainTimeoutError",
      async () => {
        const { origin } = await serve((response) => response.writeHead(200).write("["));
        await invoke(hello, {}, { baseUrl: origin, timeoutMs: 100 });
      },
    ],
    ["the time limit of a stream", "ChainTimeoutError", () => streamText(text, {}, { ...unanswered, timeoutMs: 20 })],
    [
      "the time limit of waiting",
      "ChainTimeoutError",
      async () => {
        const { origin } = await serveBody(200, '{"status":"QUEUED"}');
        await reattach(hello, "id", { baseUrl: origin }).wait({ timeoutMs: 200 });
      },
    ],
    [
      "a websocket that closes",
      "ChainSocketError",
      async () => {
        const { options: own } = await serveOpen((socket) => socket.close(1011));
        await readAll(connect(echo, own));
      },
    ],
    ["the input", "ChainInputError", () => invoke(hello, { a: NaN }, options)],
    ["the options", "ChainConfigError", () => invoke(hello, {}, {})],
    ["the key", "ChainConfigError", () => invoke(hello, {}, { ...options, apiKey: "a b" })],
    [
      "a key that cannot be had",
      "ChainConfigError",
      () => invoke(hello, {}, { ...options, apiKey: () => Promise.reject(new Error("shut")) }),
    ],
    [
      "a queued call",
      "ChainHttpError",
      () => invokeAsync(hello, {}, { ...answeredWith(error500), target: "production", webhookEndpoint: null }),
    ],
    [
      "a question",
      "ChainHttpError",
      () => queueStatus(hello, { ...answeredWith(error500), target: "production", retry: false }),
    ],
    ["a stream that is none", "ChainHttpError", () => streamText(text, {}, answeredWith(error500))],
    ["a text stream", "ChainStreamError", () => readAll(streamText(text, {}, answeredWith(broken)))],
    ["a whole text", "ChainStreamError", async () => (await streamText(text, {}, answeredWith(broken))).text()],
    ["a byte stream", "ChainStreamError", () => readAll(streamBytes(bytes, {}, answeredWith(broken)))],
  ])("%s: %s", async (_, name, run) => {
    async function somebodyWhoWaits(): Promise<void> {
      await run();
    }
    const error = await rejectionOf(somebodyWhoWaits());
    expect(error).toMatchObject({ name, stack: expect.stringContaining("somebodyWhoWaits") as unknown });
  });
});

test("so does that of a framed stream, where a stack is longer than ten frames", async () => {
  const { stackTraceLimit } = Error;
  async function somebodyWhoWaits(): Promise<void> {
    await readAll(streamFrames(frames, {}, answeredWith(broken)));
  }
  try {
    Error.stackTraceLimit = 30;
    const error = await rejectionOf(somebodyWhoWaits());
    expect(error).toMatchObject({
      name: "ChainStreamError",
      stack: expect.stringContaining("somebodyWhoWaits") as unknown,
    });
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
});

test("a stream that failed fails again with the same error", async () => {
  const stream = await streamText(text, {}, answeredWith(broken));
  const parts = stream[Symbol.asyncIterator]();
  await parts.next();
  expect(await rejectionOf(parts.next())).toBe(await rejectionOf(parts.next()));
});
