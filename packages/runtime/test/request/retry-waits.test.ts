import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type CallOptions, invoke, type RetryOptions } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { busy, failingFetch, refused } from "../support/failing-fetch.js";

// No server here: its connections would use the timers that are counted.

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("the wait before another attempt", () => {
  const base: CallOptions = { baseUrl: "https://h.test", apiKey: null };

  /** The waits of a call, with this part of the range drawn each time. */
  async function waitsOf(part: number, options: CallOptions): Promise<number[]> {
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
    vi.spyOn(Math, "random").mockReturnValue(part);
    const waits: number[] = [];
    const retry: RetryOptions = { ...options.retry, onRetry: ({ delayMs }) => void waits.push(delayMs) };
    const call = rejectionOf(invoke(hello, {}, { ...base, ...options, retry }));
    await vi.runAllTimersAsync();
    await call;
    expect(vi.getTimerCount()).toBe(0);
    return waits;
  }

  const storm = (headers: Record<string, string> = {}) =>
    failingFetch(...Array.from({ length: 9 }, () => busy(headers)));

  test.each([
    [1, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]],
    [0.5, [500, 1000, 2000, 4000, 8000, 15_000, 15_000]],
    [0, [0, 0, 0, 0, 0, 0, 0]],
  ])("is a random part of a range that doubles up to 30 s: %d of it", async (part, expected) => {
    expect(await waitsOf(part, { ...storm(), retry: { maxAttempts: 8 } })).toStrictEqual(expected);
  });

  test.each([
    ["3", 3000],
    ["0", 0],
    ["1.5", 1500],
    ["Thu, 01 Jan 2026 00:00:07 GMT", 7000],
    ["Thu, 01 Jan 2026 00:00:00 GMT", 0],
    ["Mon, 01 Jan 2024 00:00:00 GMT", 0],
    ["soon", 0],
    ["", 0],
    ["-3", 0],
  ])("is at least what Retry-After asks for: %j", async (value, expected) => {
    const waits = await waitsOf(0, { ...storm({ "retry-after": value }), retry: { maxAttempts: 2 } });
    expect(waits).toStrictEqual([expected]);
  });

  test("comes on top of what Retry-After asks for, so that not all callers come back at once", async () => {
    const waits = await waitsOf(1, { ...storm({ "retry-after": "3" }), retry: { maxAttempts: 2 } });
    expect(waits).toStrictEqual([4000]);
  });

  test.each(["120", "1e300", "Thu, 01 Jan 2026 00:02:00 GMT"])(
    "is not begun where the time limit would end it: %s",
    async (value) => {
      vi.useFakeTimers({ now: Date.UTC(2026, 0, 1) });
      const { fetch, made } = failingFetch(busy({ "retry-after": value }));
      const error = await rejectionOf(invoke(hello, {}, { ...base, fetch, timeoutMs: 1000 }));
      expect(error).toMatchObject({ name: "ChainHttpError", status: 429 });
      expect(made()).toBe(1);
    },
  );

  test("is not begun either where the key has taken most of the time limit", async () => {
    vi.useFakeTimers();
    const { fetch, made } = failingFetch(busy({ "retry-after": "1" }));
    const apiKey = (): Promise<string> => new Promise((resolve) => setTimeout(() => resolve("k"), 1500));
    const call = rejectionOf(invoke(hello, {}, { ...base, fetch, apiKey, timeoutMs: 2400 }));
    await vi.runAllTimersAsync();
    expect(await call).toMatchObject({ name: "ChainHttpError", status: 429 });
    expect(made()).toBe(1);
  });

  test("is not begun where the hook before it ends the call", async () => {
    vi.useFakeTimers();
    const { fetch } = failingFetch(busy({ "retry-after": "8" }));
    const controller = new AbortController();
    const reason = new Error("enough");
    const retry = { onRetry: () => controller.abort(reason) };
    const error = await rejectionOf(invoke(hello, {}, { ...base, fetch, signal: controller.signal, retry }));
    expect(error).toBe(reason);
    await vi.advanceTimersByTimeAsync(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("is no busy loop where it is longer than a timer can hold", async () => {
    vi.useFakeTimers();
    const { fetch, made } = failingFetch(busy({ "retry-after": "4000000" }));
    const controller = new AbortController();
    const call = rejectionOf(invoke(hello, {}, { ...base, fetch, timeoutMs: Infinity, signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(100_000);
    expect(made()).toBe(1);
    controller.abort();
    await call;
  });
});

describe("a call that waits for another attempt", () => {
  test("an abort ends the wait with its own reason, and nothing is sent afterwards", async () => {
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(1);
    const controller = new AbortController();
    const { fetch, made } = failingFetch(refused, refused);
    const reason = { mine: true };
    const onRetry = (): void => void setTimeout(() => controller.abort(reason), 10);
    const options: CallOptions = { baseUrl: "https://h.test", apiKey: null, fetch, retry: { onRetry } };
    const call = rejectionOf(invoke(hello, {}, { ...options, signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(10);
    expect(await call).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(made()).toBe(1);
  });

  test("whatever the outcome, no timer and no listener is left", async () => {
    const added = vi.spyOn(AbortSignal.prototype, "addEventListener");
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { signal } = new AbortController();
    const options: CallOptions = { baseUrl: "https://h.test", apiKey: null, signal };
    const outcomes = [[busy()], [busy(), busy()], [busy(), busy(), busy()], [refused, refused, refused], [refused]];
    for (const failures of outcomes) {
      const call = invoke(hello, {}, { ...options, ...failingFetch(...failures) }).catch(() => {});
      await vi.runAllTimersAsync();
      await call;
    }
    const signals = new Set([signal, ...added.mock.contexts.filter((it) => it instanceof AbortSignal)]);
    expect(signals.size).toBeGreaterThan(outcomes.length);
    const left = [...signals].filter((it) => !it.aborted).flatMap((it) => getEventListeners(it, "abort"));
    expect(left).toStrictEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
