import { afterEach, expect, test, vi } from "vitest";
import { streamText } from "../../src/stream/index.js";
import { rejectionOf } from "../support/chain.js";
import { story } from "../support/streams.js";

afterEach(() => {
  vi.useRealTimers();
});

// Alone in its file: after a real request the platform has timers of its own.
test("a silence of 65 seconds is allowed where the caller says nothing", async () => {
  vi.useFakeTimers();
  const silent = (): Promise<Response> => Promise.resolve(new Response(new ReadableStream()));
  const text = await streamText(story, {}, { baseUrl: "https://h.test", fetch: silent });
  const failure = rejectionOf(text.text());
  await vi.advanceTimersByTimeAsync(64_999);
  expect(vi.getTimerCount()).toBe(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await failure).toHaveProperty("message", "Story: the stream was silent for 65000 ms");
  expect(vi.getTimerCount()).toBe(0);
});
