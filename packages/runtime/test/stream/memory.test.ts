import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { streamBytes, streamFrames, streamText } from "../../src/stream/index.js";
import { serve } from "../support/server.js";
import { items, rawFrame, speech, story, stream } from "../support/streams.js";

const mebibyte = 2 ** 20;
const part = Buffer.alloc(mebibyte, "a");

/** Streams 256 MiB as fast as they are read, and tells how much of them is sent. */
async function serveMany(chunk: Uint8Array): Promise<{ baseUrl: string; sent: () => number }> {
  let sent = 0;
  function* chunks(): Generator<Uint8Array> {
    for (sent = 0; sent < 256; sent++) yield chunk;
  }
  const { origin } = await serve((response) => void stream(response, chunks()));
  return { baseUrl: origin, sent: () => sent };
}

/** The most memory that this process uses while work is done, over what it uses at the start, in MiB. */
async function peakOf(work: () => Promise<void>): Promise<number> {
  const start = process.memoryUsage.rss();
  let peak = start;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 5);
  await work().finally(() => clearInterval(timer));
  return (Math.max(peak, process.memoryUsage.rss()) - start) / mebibyte;
}

test.each([
  ["text", part, async (baseUrl: string) => streamText(story, {}, { baseUrl })],
  ["bytes", part, async (baseUrl: string) => streamBytes(speech, {}, { baseUrl })],
  [
    "frames",
    rawFrame(3, Buffer.from(JSON.stringify("a".repeat(mebibyte)))),
    (baseUrl: string) => streamFrames(items, {}, { baseUrl }),
  ],
])("256 MiB of %s take at most 128 MiB of memory, server and all", async (_, chunk, open) => {
  const { baseUrl } = await serveMany(chunk);
  let count = 0;
  const peak = await peakOf(async () => {
    for await (const each of await open(baseUrl)) count += (each as { length: number }).length;
  });
  expect(count).toBe(256 * mebibyte);
  expect(peak).toBeLessThan(128);
});

test("what nobody reads is not sent", async () => {
  const { baseUrl, sent } = await serveMany(part);
  const bytes = await streamBytes(speech, {}, { baseUrl });
  const loop = bytes[Symbol.asyncIterator]();
  await loop.next();
  await wait(200);
  expect(sent()).toBeLessThan(32);
  await loop.return?.();
});
