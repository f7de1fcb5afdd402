import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { invoke, type RetryEvent, type RetryOptions } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { busy, failingFetch } from "../support/failing-fetch.js";
import { serve, serveBody, type TestServer } from "../support/server.js";

const quick: RetryOptions = { initialDelayMs: 1 };
const exception = JSON.stringify({ error: { exception_cls_name: "E", exception_message: "m" } });
const container = { "x-baseten-error-source": "04", "x-baseten-error-code": "600" };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Fails so often with a status, and then answers. */
function failing(times: number, status: number, headers: Record<string, string> = {}): Promise<TestServer> {
  let left = times;
  return serve((response) => {
    if (left-- > 0) response.writeHead(status, headers).end('{"error":"busy"}');
    else response.end('"fine"');
  });
}

describe("what certainly did not run, or was shed, is tried again:", () => {
  test.each([429, 502, 503])("a %i of the platform", async (status) => {
    const { origin, asked } = await failing(2, status);
    expect(await invoke(hello, { a: 1 }, { baseUrl: origin, retry: quick })).toBe("fine");
    expect(asked.map(({ body }) => body)).toStrictEqual(['{"a":1}', '{"a":1}', '{"a":1}']);
  });

  test("a connection that is refused until the server is there", async () => {
    const server = createServer((_, response) => response.end('"fine"'));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    onTestFinished(() => server.closeAllConnections());
    onTestFinished(() => void server.close());
    const onRetry = vi.fn(() => void server.listen(port, "127.0.0.1"));
    const retry = { initialDelayMs: 50, maxAttempts: 20, onRetry: () => (server.listening ? undefined : onRetry()) };
    expect(await invoke(hello, {}, { baseUrl: `http://127.0.0.1:${port}`, retry })).toBe("fine");
    expect(onRetry).toHaveBeenCalledTimes(1);
  });

  test.each([
    "connect ECONNREFUSED 127.0.0.1:9",
    "getaddrinfo EAI_AGAIN h.test",
    "connect EHOSTUNREACH 10.0.0.1:443",
    "connect ENETUNREACH 10.0.0.1:443",
    "Connect Timeout Error (attempted address: h.test:443, timeout: 10000ms)",
    "client error (Connect): tcp connect error: Connection refused (os error 111)",
    "client error (Connect): tcp connect error: Network is unreachable (os error 101)",
    "Unable to connect. Is the computer able to access the url?",
  ])("a connection that failed with %s", async (message) => {
    const { fetch } = failingFetch(() => {
      throw new TypeError("fetch failed", { cause: new Error(message) });
    });
    expect(await invoke(hello, {}, { baseUrl: "https://h.test", apiKey: null, fetch, retry: quick })).toBe("fine");
  });

  test.each([
    ["an error", `new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED 127.0.0.1:9") })`],
    [
      "an error of several addresses",
      `new TypeError("fetch failed", { cause: new AggregateError([new Error("connect ECONNREFUSED 127.0.0.1:9")]) })`,
    ],
  ])("a connection that failed with %s of another realm, which Jest makes", async (_, error) => {
    const onRetry = vi.fn<(event: RetryEvent) => void>();
    const { fetch } = failingFetch(() => {
      throw runInNewContext(error);
    });
    const options = { baseUrl: "https://h.test", apiKey: null, fetch, retry: { ...quick, onRetry } };
    expect(await invoke(hello, {}, options)).toBe("fine");
    expect(onRetry.mock.lastCall?.[0].error.message).toBe(
      "Hello: no full answer from https://h.test: Error: connect ECONNREFUSED 127.0.0.1:9",
    );
  });

  test("with the same headers, even if they can be read only once", async () => {
    const { origin, asked } = await failing(1, 503);
    const headers = new Map([["x-own", "1"]]).entries();
    await invoke(hello, {}, { baseUrl: origin, apiKey: "k", headers, retry: quick });
    expect(asked.map((it) => [it.headers["x-own"], it.headers.authorization])).toStrictEqual([
      ["1", "Api-Key k"],
      ["1", "Api-Key k"],
    ]);
  });
});

describe("what may have run is not tried again:", () => {
  test.each<[title: string, status: number, body: string, headers: Record<string, string>]>([
    ...[400, 401, 402, 403, 404, 408, 413, 422, 500, 504].map(
      (status): [string, number, string, Record<string, string>] => ["the platform's", status, '{"error":"x"}', {}],
    ),
    ...[429, 500, 502, 503].map((status): [string, number, string, Record<string, string>] => [
      "an exception with",
      status,
      exception,
      {},
    ]),
    ["the container's", 429, '{"error":"x"}', container],
    ["the container's", 502, '{"error":"x"}', container],
    ["the container's", 503, '{"error":"Model with name model is not ready."}', container],
    ["a development server's whose process died,", 503, '"It appears your model has stopped running."', {}],
  ])("%s %i %s", async (_, status, body, headers) => {
    const { origin, asked } = await serveBody(status, body, headers);
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: quick }))).toHaveProperty("status", status);
    expect(asked).toHaveLength(1);
  });

  test("a connection that breaks before the answer", async () => {
    const { origin, asked } = await serve((response) => response.destroy());
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: quick }));
    expect(error).toHaveProperty("name", "ChainConnectionError");
    expect(asked).toHaveLength(1);
  });

  test("an answer that breaks off, and one that is none", async () => {
    const broken = await serve((response) => {
      response.writeHead(200, { "content-length": "9" }).write("[", () => response.destroy());
    });
    const empty = await serveBody(200, "");
    await rejectionOf(invoke(hello, {}, { baseUrl: broken.origin, retry: quick }));
    await rejectionOf(invoke(hello, {}, { baseUrl: empty.origin, retry: quick }));
    expect([broken.asked.length, empty.asked.length]).toStrictEqual([1, 1]);
  });
});

describe("the options of a retry", () => {
  test("are three attempts by default, and one for false", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { origin, asked } = await serveBody(503, "{}");
    await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(asked).toHaveLength(3);
    await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: undefined }));
    expect(asked).toHaveLength(6);
    await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }));
    expect(asked).toHaveLength(7);
    await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: { maxAttempts: 2 } }));
    expect(asked).toHaveLength(9);
  });

  test("may have an asynchronous hook: the wait begins after it, and what it rejects with ends the call", async () => {
    const { origin, asked } = await failing(2, 503);
    const seen: number[] = [];
    const onRetry = async (): Promise<void> => {
      await Promise.resolve();
      seen.push(asked.length);
    };
    expect(await invoke(hello, {}, { baseUrl: origin, retry: { initialDelayMs: 0, onRetry } })).toBe("fine");
    expect(seen).toStrictEqual([1, 2]);
    const shut = new Error("shut");
    const busy = await serveBody(503, "{}");
    const retry = { ...quick, onRetry: () => Promise.reject(shut) };
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: busy.origin, retry }))).toBe(shut);
    expect(busy.asked).toHaveLength(1);
  });

  test("may say what is tried again", async () => {
    const { origin, asked } = await failing(1, 500);
    const retry: RetryOptions = { ...quick, when: ({ retryable }) => retryable };
    expect(await invoke(hello, {}, { baseUrl: origin, retry })).toBe("fine");
    expect(asked).toHaveLength(2);
  });

  test.each([true, false])("may say it later: %s", async (isAgain) => {
    const { fetch, made } = failingFetch(busy({}));
    const retry = { ...quick, when: () => Promise.resolve(isAgain) };
    const outcome = await invoke(hello, {}, { baseUrl: "https://h.test", apiKey: null, fetch, retry }).catch(
      () => "no",
    );
    expect([outcome, made()]).toStrictEqual(isAgain ? ["fine", 2] : ["no", 1]);
  });

  test("end the call with what `when` rejects with", async () => {
    const { fetch } = failingFetch(busy({}));
    const reason = new Error("mine");
    const retry = { ...quick, when: () => Promise.reject(reason) };
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", apiKey: null, fetch, retry }))).toBe(
      reason,
    );
  });

  test("tell a hook of each wait", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0.5);
    const { origin } = await failing(2, 429);
    const events: RetryEvent[] = [];
    const retry: RetryOptions = { initialDelayMs: 2, onRetry: (event) => void events.push(event) };
    await invoke(hello, {}, { baseUrl: origin, retry });
    expect(events).toMatchObject([
      { attempt: 1, delayMs: 1, error: { name: "ChainHttpError", status: 429 } },
      { attempt: 2, delayMs: 2, error: { name: "ChainHttpError", status: 429 } },
    ]);
  });

  test("end the call with what the hook throws", async () => {
    const { origin, asked } = await serveBody(429, "{}");
    const enough = new Error("enough");
    const onRetry = (): never => {
      throw enough;
    };
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: { onRetry } }))).toBe(enough);
    expect(asked).toHaveLength(1);
  });

  test.each<RetryOptions>([
    { maxAttempts: 0 },
    { maxAttempts: NaN },
    { initialDelayMs: -1 },
    { initialDelayMs: NaN },
    { maxDelayMs: -1 },
    { maxDelayMs: NaN },
  ])("are refused before sending when they are %j", async (retry) => {
    const { fetch, made } = failingFetch();
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", apiKey: null, fetch, retry }));
    expect(error).toHaveProperty("name", "ChainConfigError");
    expect(made()).toBe(0);
  });
});

describe("one time limit, and one signal, for all attempts:", () => {
  test("the limit ends an attempt that begins in time", async () => {
    let made = 0;
    const { origin } = await serve((response) => {
      made += 1;
      if (made === 1) response.writeHead(503).end("{}");
    });
    const started = performance.now();
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, timeoutMs: 600, retry: quick }));
    expect(error).toMatchObject({ name: "ChainTimeoutError", message: "Hello: no result within 600 ms" });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(made).toBe(2);
  });

  test("a storm that lasts ends with the limit", async () => {
    const { origin } = await serveBody(429, "{}");
    const retry = { initialDelayMs: 20, maxDelayMs: 20, maxAttempts: 1e6 };
    const started = performance.now();
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, timeoutMs: 300, retry }));
    expect((error as Error).name).toMatch(/^Chain(Http|Timeout)Error$/);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
