import { getEventListeners } from "node:events";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type AsyncRequest, invokeAsync, queueStatus, type RetryOptions, reattach, wake } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serve, serveBody } from "../support/server.js";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const running = { request_id: "r1", deployment_id: "d1", chain_id: "c1", status: "IN_PROGRESS", errors: [] };

/** The handle of a call whose status is asked for without a server: the timers are the test's. */
function handleOn(...answers: (() => Response)[]): Asked {
  return retryingHandleOn(false, ...answers);
}

interface Asked {
  readonly handle: AsyncRequest;
  readonly asked: () => number;
}

function retryingHandleOn(retry: RetryOptions | false, ...answers: (() => Response)[]): Asked {
  let asked = 0;
  const answer: typeof fetch = () => {
    const next = answers[Math.min(asked++, answers.length - 1)];
    return Promise.resolve(next?.() ?? Response.error());
  };
  const options = { baseUrl: "https://h.test", apiKey: "k", retry, fetch: answer } as const;
  return { handle: reattach(hello, "r1", options), asked: () => asked };
}

const statusIs = (status: string) => () => Response.json({ ...running, status });
const tooMany = (headers: Record<string, string> = {}) => {
  return () => new Response('{"error":"slow down"}', { status: 429, headers });
};

describe("the handle of a queued call", () => {
  test("gives the status in the names of this package", async () => {
    const answer = {
      ...running,
      status: "FAILED",
      webhook_status: "PENDING",
      created_at: "2026-01-01T00:00:00Z",
      status_at: "2026-01-01T00:01:00Z",
      errors: [{ code: "MODEL_PREDICT_ERROR", message: "no" }, "odd", { code: 7 }],
    };
    const { origin, asked } = await serveBody(200, JSON.stringify(answer));
    const handle = reattach(hello, "r1", { baseUrl: origin, apiKey: "k", headers: { "x-own": "1" } });
    expect(await handle.status()).toStrictEqual({
      requestId: "r1",
      status: "FAILED",
      webhookStatus: "PENDING",
      createdAt: "2026-01-01T00:00:00Z",
      statusAt: "2026-01-01T00:01:00Z",
      errors: [
        { code: "MODEL_PREDICT_ERROR", message: "no" },
        { code: "", message: "" },
      ],
    });
    expect(asked).toMatchObject([{ method: "GET", path: "/async_request/r1", body: "" }]);
    expect(asked[0]?.headers).toMatchObject({ authorization: "Api-Key k", "x-own": "1" });
  });

  test.each([true, false])("says whether the call was cancelled: %s", async (canceled) => {
    const { origin, asked } = await serveBody(200, JSON.stringify({ request_id: "r1", canceled, message: "m" }));
    expect(await reattach(hello, "r1", { baseUrl: origin }).cancel()).toBe(canceled);
    expect(asked).toMatchObject([{ method: "DELETE", path: "/async_request/r1" }]);
  });

  test.each(["{}", "[]", '{"status":7}', "null", ""])("knows no status in %j", async (body) => {
    const { origin } = await serveBody(200, body);
    const error = await rejectionOf(reattach(hello, "r1", { baseUrl: origin }).status());
    expect(error).toHaveProperty("name", "ChainDecodeError");
  });

  test("has the address, the key and the headers that the call was queued with, but not its signal", async () => {
    const { origin, asked } = await serve((response, { method }) => {
      response.end(JSON.stringify(method === "GET" ? running : { request_id: "r1" }));
    });
    const controller = new AbortController();
    const base = { baseUrl: `${origin}/under`, apiKey: "k", target: "development", webhookEndpoint: null } as const;
    const handle = await invokeAsync(hello, {}, { ...base, signal: controller.signal });
    controller.abort();
    expect(await handle.status()).toMatchObject({ requestId: "r1", status: "IN_PROGRESS" });
    expect(asked[1]).toMatchObject({ path: "/under/async_request/r1", headers: { authorization: "Api-Key k" } });
  });

  test("asks again where that may help, since a question changes nothing", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    let made = 0;
    const { origin } = await serve((response) => {
      made += 1;
      if (made < 3) response.writeHead(500).end("{}");
      else response.end(JSON.stringify(running));
    });
    expect(await reattach(hello, "r1", { baseUrl: origin }).status()).toHaveProperty("status", "IN_PROGRESS");
  });

  test("can be aborted", async () => {
    const { origin } = await serve(() => {});
    const reason = { mine: true };
    const signal = AbortSignal.abort(reason);
    expect(await rejectionOf(reattach(hello, "r1", { baseUrl: origin }).status({ signal }))).toBe(reason);
    expect(await rejectionOf(reattach(hello, "r1", { baseUrl: origin, signal }).cancel())).toBe(reason);
    expect(await rejectionOf(reattach(hello, "r1", { baseUrl: origin, signal }).wait())).toBe(reason);
  });
});

describe("waiting for the end", () => {
  test.each(["SUCCEEDED", "FAILED", "EXPIRED", "CANCELED", "WEBHOOK_FAILED", "SOMETHING_NEW"])(
    "ends with %s",
    async (status) => {
      vi.useFakeTimers();
      const { handle, asked } = handleOn(statusIs("QUEUED"), statusIs("IN_PROGRESS"), statusIs(status));
      const waiting = handle.wait();
      await vi.runAllTimersAsync();
      expect(await waiting).toMatchObject({ requestId: "r1", status });
      expect(asked()).toBe(3);
    },
  );

  test.each([
    [0, undefined, 1000],
    [1, undefined, 1500],
    [0.5, 4000, 5000],
  ])(
    "asks at most once a second, with %d of the jitter and an interval of %s: after %i ms",
    async (part, intervalMs, afterMs) => {
      vi.useFakeTimers();
      vi.spyOn(Math, "random").mockReturnValue(part);
      const { handle, asked } = handleOn(statusIs("QUEUED"));
      const controller = new AbortController();
      const waiting = rejectionOf(handle.wait({ intervalMs, signal: controller.signal }));
      await vi.advanceTimersByTimeAsync(afterMs - 1);
      expect(asked()).toBe(1);
      await vi.advanceTimersByTimeAsync(1);
      expect(asked()).toBe(2);
      controller.abort();
      await waiting;
    },
  );

  test("takes a 429 for no failure, and waits as long as it asks for", async () => {
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { handle, asked } = handleOn(tooMany(), tooMany({ "retry-after": "9" }), statusIs("SUCCEEDED"));
    const waiting = handle.wait();
    await vi.advanceTimersByTimeAsync(9999);
    expect(asked()).toBe(2);
    await vi.advanceTimersByTimeAsync(1);
    expect(await waiting).toHaveProperty("status", "SUCCEEDED");
  });

  test.each<[string, RetryOptions]>([
    ["by default", {}],
    ["where the caller would try again", { initialDelayMs: 0, when: () => true }],
  ])("asks at most once a second after a 429 too, %s", async (_, retry) => {
    vi.useFakeTimers();
    vi.spyOn(Math, "random").mockReturnValue(0);
    const { handle, asked } = retryingHandleOn(retry, tooMany(), tooMany(), statusIs("SUCCEEDED"));
    const waiting = handle.wait();
    for (const already of [1, 2]) {
      await vi.advanceTimersByTimeAsync(999);
      expect(asked()).toBe(already);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(await waiting).toHaveProperty("status", "SUCCEEDED");
  });

  test("tries again after any other failure as the caller says", async () => {
    vi.useFakeTimers();
    const broken = (): Response => new Response("{}", { status: 500 });
    const { handle, asked } = retryingHandleOn({ maxAttempts: 2 }, broken, statusIs("SUCCEEDED"));
    const waiting = handle.wait();
    await vi.runAllTimersAsync();
    expect([await waiting, asked()]).toMatchObject([{ status: "SUCCEEDED" }, 2]);
    const never = retryingHandleOn({ when: () => false }, broken);
    expect(await rejectionOf(never.handle.wait())).toHaveProperty("status", 500);
    expect(never.asked()).toBe(1);
  });

  test("fails with any other error", async () => {
    const { handle } = handleOn(() => new Response('{"error":"gone"}', { status: 404 }));
    expect(await rejectionOf(handle.wait())).toMatchObject({ name: "ChainHttpError", status: 404 });
  });

  test("ends with the signal's reason, and leaves no timer and no listener", async () => {
    vi.useFakeTimers();
    const { handle, asked } = handleOn(statusIs("QUEUED"));
    const controller = new AbortController();
    const waiting = rejectionOf(handle.wait({ signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(500);
    const reason = { mine: true };
    controller.abort(reason);
    expect(await waiting).toBe(reason);
    expect(vi.getTimerCount()).toBe(0);
    expect(getEventListeners(controller.signal, "abort")).toStrictEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(1);
  });

  test("ends with the time limit of its own", async () => {
    vi.useFakeTimers();
    const { handle } = handleOn(statusIs("QUEUED"));
    const waiting = rejectionOf(handle.wait({ timeoutMs: 3000 }));
    await vi.advanceTimersByTimeAsync(3000);
    expect(await waiting).toHaveProperty("name", "ChainTimeoutError");
    expect(vi.getTimerCount()).toBe(0);
  });

  test.each([999, 0, -1, NaN])("does not ask every %d ms", async (intervalMs) => {
    const { handle, asked } = handleOn(statusIs("QUEUED"));
    expect(await rejectionOf(handle.wait({ intervalMs }))).toHaveProperty("name", "ChainConfigError");
    expect(asked()).toBe(0);
  });
});

describe("the queue", () => {
  test("says how many calls wait and run", async () => {
    const answer = { model_id: "m", deployment_id: "d", num_queued_requests: 12, num_in_progress_requests: 3 };
    const { origin } = await serveBody(200, JSON.stringify(answer));
    expect(await queueStatus(hello, { baseUrl: origin })).toStrictEqual({ queued: 12, inProgress: 3 });
  });

  test.each(["{}", '{"num_queued_requests":"1","num_in_progress_requests":0}'])("says nothing in %s", async (body) => {
    const { origin } = await serveBody(200, body);
    expect(await rejectionOf(queueStatus(hello, { baseUrl: origin }))).toHaveProperty("name", "ChainDecodeError");
  });
});

describe("a wake-up", () => {
  test.each([200, 202, 204])("is taken with %i, whatever the body", async (status) => {
    const { origin, asked } = await serveBody(status, "");
    expect(await wake(hello, { baseUrl: origin })).toBe(undefined);
    expect(asked).toMatchObject([{ method: "POST", path: "/production/wake", body: "" }]);
  });

  test.each([401, 404])("that is refused with %i is a ChainHttpError", async (status) => {
    const { origin } = await serveBody(status, '{"error":"no"}');
    const error = await wake(hello, { baseUrl: origin }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "ChainHttpError", status });
  });
});
