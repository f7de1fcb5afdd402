import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { type ServerSentEvent, serverSentEvents } from "../../src/sse/index.js";
import { streamText } from "../../src/stream/index.js";
import { deferred, rejectionOf } from "../support/chain.js";
import { serve } from "../support/server.js";
import { answering, bytewise, partsOf, story, stream } from "../support/streams.js";

const text =
  'event: delta\nid: 7\ndata: {"é": 1}\n\n: a comment\nretry: 5\nunknown: x\ndata: one\r\ndata: two\r\n\r\ndata\n\ndata: [DONE]\n\n';
const events: ServerSentEvent[] = [
  { event: "delta", id: "7", data: '{"é": 1}' },
  { data: "one\ntwo" },
  { data: "" },
  { data: "[DONE]" },
];

async function eventsOf(chunks: readonly Uint8Array[]): Promise<ServerSentEvent[]> {
  const found = await partsOf(serverSentEvents(await streamText(story, {}, answering(chunks))));
  return found.map(({ event, id, data }) => ({
    ...(event !== undefined && { event }),
    ...(id !== undefined && { id }),
    data,
  }));
}

test.each([
  ["whole", [Buffer.from(text)]],
  ["in single bytes", bytewise(Buffer.from(text))],
])("events are read where their text comes %s", async (_, chunks) => {
  expect(await eventsOf(chunks)).toStrictEqual(events);
});

test.each([
  ["with the first line", ["\ufeffdata: x\n\n"]],
  ["alone", ["\ufeff", "data: x\n\n"]],
  ["after an empty part", ["", "\ufeffdata: x\n\n"]],
])("a byte order mark that comes %s is no part of the first event", async (_, parts) => {
  expect(await partsOf(serverSentEvents(Readable.from(parts)))).toMatchObject([{ data: "x" }]);
});

test("a byte order mark further on is text like any other", async () => {
  const parts = ["data: \ufeffx\n\n", "\ufeffdata: y\n\n", "data: z\n\n"];
  const found = await partsOf(serverSentEvents(Readable.from(parts)));
  expect(found.map(({ data }) => data)).toStrictEqual(["\ufeffx", "z"]);
});

test("what stands after the last empty line is no event", async () => {
  expect(await eventsOf([Buffer.from("data: 1\n\ndata: 2\n")])).toStrictEqual([{ data: "1" }]);
});

test("leaving the events ends the request", async () => {
  const closed = deferred<void>();
  const { origin } = await serve((response) => {
    response.on("close", () => closed.resolve());
    void stream(response, ["data: 1\n\n"], "silence");
  });
  for await (const { data } of serverSentEvents(await streamText(story, {}, { baseUrl: origin }))) {
    expect(data).toBe("1");
    break;
  }
  await closed.promise;
});

test.each([
  ["while the next one is waited for", 2],
  ["before the first is asked for", 0],
])("leaving the events %s ends the request at once", async (_, asked) => {
  const closed = deferred<void>();
  const { origin } = await serve((response) => {
    response.on("close", () => closed.resolve());
    void stream(response, ["data: 1\n\n: still there\n"], "silence");
  });
  const events = serverSentEvents(await streamText(story, {}, { baseUrl: origin }));
  const answers = Array.from({ length: asked }, () => events.next());
  await answers[0];
  expect(await events.return()).toStrictEqual({ done: true, value: undefined });
  expect((await Promise.all(answers)).map(({ done }) => done)).toStrictEqual([false, true].slice(0, asked));
  await closed.promise;
});

test("a stream that breaks fails as it would without events, after the events before", async () => {
  const { origin } = await serve((response) => void stream(response, ["data: 1\n\ndata: 2"], "cut"));
  const found: string[] = [];
  const loop = async (): Promise<void> => {
    const text = await streamText(story, {}, { baseUrl: origin });
    for await (const { data } of serverSentEvents(text)) found.push(data);
  };
  expect(await rejectionOf(loop())).toMatchObject({ name: "ChainStreamError", receivedText: "data: 1\n\ndata: 2" });
  expect(found).toStrictEqual(["1"]);
});

test("an event without an end fails before it fills the memory", async () => {
  const endless = { [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: false, value: long }) }) };
  expect(await rejectionOf(partsOf(serverSentEvents(endless)))).toMatchObject({ type: "max-buffer-size-exceeded" });
});

const long = "data: ".padEnd(10_000_000, "a");

test.each([undefined, null, 5, {}, ["data: x\n\n"], Promise.resolve(Readable.from(["data: x\n\n"]))])(
  "what is no stream is refused at once: %o",
  (value) => {
    expect(() => serverSentEvents(value as never)).toThrow(
      new TypeError("`stream` must be a stream of text: `await` the call that gives it"),
    );
  },
);

test("a stream of bytes is refused", async () => {
  const events = serverSentEvents(Readable.from([Buffer.from("data: x\n\n")]));
  expect(await rejectionOf(partsOf(events))).toStrictEqual(
    new TypeError("`stream` must be a stream of text, and not of bytes"),
  );
});
