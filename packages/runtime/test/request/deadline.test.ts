import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type CallOptions, invoke } from "../../src/index.js";
import { streamText } from "../../src/stream/index.js";
import { connect } from "../../src/websocket/index.js";
import { deferred, hello, recordingFetch, rejectionOf } from "../support/chain.js";
import { serve, serveBody } from "../support/server.js";
import { echo, serveOpen } from "../support/socket-server.js";

const never = (): Promise<never> => new Promise(() => {});

afterEach(() => {
  vi.useRealTimers();
});

describe("the caller's signal", () => {
  const reason = { mine: true };

  test("rejects with its own reason while the server thinks, and closes the connection", async () => {
    const controller = new AbortController();
    const closed = deferred<void>();
    const { origin } = await serve((response) => {
      response.on("close", () => closed.resolve());
      controller.abort(reason);
    });
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin, signal: controller.signal }))).toBe(reason);
    await closed.promise;
  });

  test("rejects with its own reason while the body is read", async () => {
    const controller = new AbortController();
    const { origin } = await serve((response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("[", () => setTimeout(() => controller.abort(reason), 30));
    });
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin, signal: controller.signal }))).toBe(reason);
  });

  test("rejects while the API key is awaited, and nothing is sent afterwards", async () => {
    const controller = new AbortController();
    const key = deferred<string>();
    const { fetch, sent } = recordingFetch();
    const options: CallOptions = { chainId: "abc", apiKey: () => key.promise, signal: controller.signal, fetch };
    const call = rejectionOf(invoke(hello, {}, options));
    controller.abort(reason);
    expect(await call).toBe(reason);
    key.resolve("late");
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(sent).toStrictEqual([]);
  });

  test("rejects when it was aborted before, and nothing is sent or even looked at", async () => {
    const { fetch, sent } = recordingFetch();
    const apiKey = vi.fn(() => "k");
    const signal = AbortSignal.abort(reason);
    expect(await rejectionOf(invoke(hello, { a: NaN }, { apiKey, signal, fetch }))).toBe(reason);
    expect(sent).toStrictEqual([]);
    expect(apiKey).not.toHaveBeenCalled();
  });

  test("rejects even if an injected fetch does not listen", async () => {
    const controller = new AbortController();
    const call = rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", signal: controller.signal, fetch: never }));
    controller.abort();
    expect(await call).toHaveProperty("name", "AbortError");
  });

  test("has one listener of ours however many calls share it, and ends all of them", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const { origin } = await serve((response) => void response.writeHead(200).write("a"));
    const { options } = await serveOpen(() => {});
    const calls = Array.from({ length: 8 }, () =>
      rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", signal, fetch: never })),
    );
    const story = await streamText({ name: "Story", transport: "text-stream" }, {}, { baseUrl: origin, signal });
    const socket = await connect(echo, { ...options, signal });
    expect(getEventListeners(signal, "abort")).toHaveLength(1);
    const reads = [rejectionOf(story.text()), rejectionOf(socket.receive())];
    const reason = new Error("enough");
    controller.abort(reason);
    expect(new Set(await Promise.all([...calls, ...reads]))).toStrictEqual(new Set([reason]));
    await socket.closed;
    expect(getEventListeners(signal, "abort")).toStrictEqual([]);
  });

  test("keeps no listener of ours, whatever the outcome", async () => {
    const { signal } = new AbortController();
    const good = await serveBody(200, "1");
    const bad = await serveBody(500, "1");
    await invoke(hello, {}, { baseUrl: good.origin, signal });
    await rejectionOf(invoke(hello, {}, { baseUrl: bad.origin, signal }));
    await rejectionOf(invoke(hello, { a: NaN }, { baseUrl: bad.origin, signal }));
    expect(getEventListeners(signal, "abort")).toStrictEqual([]);
  });
});

describe("the time limit", () => {
  test("is a ChainTimeoutError, and closes the connection", async () => {
    const closed = deferred<void>();
    const { origin } = await serve((response) => response.on("close", () => closed.resolve()));
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, timeoutMs: 300 }));
    expect(error).toMatchObject({
      name: "ChainTimeoutError",
      message: "Hello: no result within 300 ms",
      retryable: true,
    });
    await closed.promise;
  });

  test("counts the body", async () => {
    const { origin } = await serve((response) => response.writeHead(200, { "content-length": "9" }).write("["));
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin, timeoutMs: 50 }))).toHaveProperty(
      "name",
      "ChainTimeoutError",
    );
  });

  test("is 20 minutes by default, and counts the API key", async () => {
    vi.useFakeTimers();
    const call = rejectionOf(invoke(hello, {}, { chainId: "abc", apiKey: never }));
    await vi.advanceTimersByTimeAsync(1_199_999);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await call).toHaveProperty("name", "ChainTimeoutError");
  });

  test("leaves no timer behind", async () => {
    vi.useFakeTimers();
    const { fetch } = recordingFetch();
    await invoke(hello, {}, { baseUrl: "https://h.test", fetch });
    await rejectionOf(invoke(hello, {}, { fetch }));
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leaves no timer behind where the signal is none", async () => {
    vi.useFakeTimers();
    const signal = new AbortController() as unknown as AbortSignal;
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", signal }));
    expect(error).toMatchObject({ name: "ChainConfigError", message: "Hello: `signal` is no AbortSignal" });
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([Infinity, 2 ** 31, 1e12])("of %d ms does not end at once", async (timeoutMs) => {
    const { origin } = await serve((response) => void setTimeout(() => response.end("1"), 30));
    expect(await invoke(hello, {}, { baseUrl: origin, timeoutMs })).toBe(1);
  });

  test.each([0, -1, NaN])("of %d ms is refused", async (timeoutMs) => {
    const { fetch } = recordingFetch();
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", timeoutMs, fetch }));
    expect(error).toHaveProperty("name", "ChainConfigError");
  });
});

describe("a connection", () => {
  test("that every address of a host refuses says what each of them answered", async () => {
    const parts = [new Error("connect ECONNREFUSED ::1:9"), new Error("connect ECONNREFUSED 127.0.0.1:9")];
    const refusing = () => Promise.reject(new TypeError("fetch failed", { cause: new AggregateError(parts) }));
    const error = await rejectionOf(
      invoke(hello, {}, { baseUrl: "http://localhost:9", apiKey: null, fetch: refusing, retry: false }),
    );
    expect(error).toMatchObject({ name: "ChainConnectionError" });
    expect(String(error)).toContain("ECONNREFUSED ::1:9; Error: connect ECONNREFUSED 127.0.0.1:9");
  });

  test("that is refused is a ChainConnectionError with the cause of fetch", async () => {
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: "http://127.0.0.1:1", retry: false }));
    expect(error).toMatchObject({ name: "ChainConnectionError", retryable: true, status: undefined });
    expect(error).toHaveProperty("cause.message", "fetch failed");
  });

  test("that breaks off keeps the status and the request id", async () => {
    const { origin } = await serve((response) => {
      response.writeHead(200, { "content-length": "9", "x-baseten-request-id": "r1" });
      response.write("[", () => response.destroy());
    });
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(error).toMatchObject({ name: "ChainConnectionError", status: 200, requestId: "r1" });
  });
});
