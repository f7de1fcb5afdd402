import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { invoke, type RetryOptions } from "../../src/index.js";
import { expectClose, wasClosing } from "../../src/request/closing-connections.js";
import { hello, rejectionOf } from "../support/chain.js";
import { rawAnswer, serveRaw } from "../support/raw-server.js";

afterEach(() => {
  vi.useRealTimers();
});

const unhandled = rawAnswer(500, '{"error":"Unhandled exception: TypeError: no"}', {
  "x-baseten-error-source": "04",
  "x-baseten-error-code": "500",
});

const raised = rawAnswer(500, '{"error":"odd"}', { "x-baseten-error-source": "04", "x-baseten-error-code": "600" });

/** Answers the first request on each connection as told, and closes the connection later without having said so. */
function closingLater(first: string, closeAfterMs: number): (socket: Socket, request: number) => void {
  return (socket, request) => {
    if (request > 1) return;
    socket.write(first);
    setTimeout(() => socket.end(), closeAfterMs);
  };
}

/** Waits until `fetch` would take the connection of the last call for the next one. */
const connectionIsIdle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe("a connection that the model server closes after an unhandled exception, without saying so", () => {
  test.each([0, 1, 5, 40])("%i ms later, does not fail the next call", async (closeAfterMs) => {
    const { origin, requests } = await serveRaw((socket, request, connection) => {
      if (connection > 1) socket.write(rawAnswer(200, '"fine"'));
      else closingLater(unhandled, closeAfterMs)(socket, request);
    });
    const options = { target: { container: origin }, retry: false } as const;
    expect(await rejectionOf(invoke(hello, {}, options))).toMatchObject({ name: "ChainHttpError", status: 500 });
    await connectionIsIdle();
    expect(await invoke(hello, {}, options)).toBe("fine");
    expect(requests).toStrictEqual([expect.any(Number), 1]);
  });

  test("does not fail any of the calls that follow at once", async () => {
    const { origin } = await serveRaw(closingLater(unhandled, 5));
    const options = { target: { container: origin }, retry: false } as const;
    for (let made = 0; made < 10; made++) {
      const error = await rejectionOf(invoke(hello, {}, options));
      expect(error).toMatchObject({ name: "ChainHttpError", status: 500 });
    }
  });

  test("is closed by the reset of the next request too", async () => {
    const { origin, requests } = await serveRaw((socket, request, connection) => {
      if (request === 2) socket.resetAndDestroy();
      else socket.write(connection === 1 ? unhandled : rawAnswer(200, '"fine"'));
    });
    const options = { baseUrl: origin, retry: false } as const;
    await rejectionOf(invoke(hello, {}, options));
    await connectionIsIdle();
    expect(await invoke(hello, {}, options)).toBe("fine");
    expect(requests).toStrictEqual([2, 1]);
  });
});

describe("a connection that breaks without an answer, while the chain may run,", () => {
  test("fails the call, though the connection was used before", async () => {
    const { origin, requests } = await serveRaw((socket, request) => {
      if (request === 2) socket.destroy();
      else socket.write(rawAnswer(200, '"fine"'));
    });
    expect(await invoke(hello, {}, { baseUrl: origin })).toBe("fine");
    await connectionIsIdle();
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin }))).toHaveProperty("name", "ChainConnectionError");
    expect(requests).toStrictEqual([2]);
  });

  test("fails the call after an error that the chain raised", async () => {
    const { origin, requests } = await serveRaw((socket, request) => {
      if (request === 2) socket.destroy();
      else socket.write(raised);
    });
    await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    await connectionIsIdle();
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin }))).toHaveProperty("name", "ChainConnectionError");
    expect(requests).toStrictEqual([2]);
  });

  test.each<[string, string, (socket: Socket) => void]>([
    ["a 500 that is not the model server's", rawAnswer(500, "{}"), (socket) => socket.resetAndDestroy()],
    [
      "an unhandled exception, if the chain ran for a while",
      unhandled,
      (socket) => setTimeout(() => socket.resetAndDestroy(), 500),
    ],
    ["an unhandled exception, if what comes is no HTTP", unhandled, (socket) => socket.end("garbage\r\n\r\n")],
  ])("fails the call after %s", async (_, first, fail) => {
    const { origin, requests } = await serveRaw((socket, request) => {
      if (request === 2) fail(socket);
      else socket.write(first);
    });
    await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }));
    await connectionIsIdle();
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }));
    expect(error).toHaveProperty("name", "ChainConnectionError");
    expect(requests).toStrictEqual([2]);
  });

  test("fails the calls that were under way when the server died", async () => {
    const sockets: Socket[] = [];
    const { origin, requests } = await serveRaw((socket, _, connection) => {
      sockets.push(socket);
      if (connection < 3) return;
      socket.write(unhandled);
      setTimeout(() => {
        for (const open of sockets) open.destroy();
      }, 20);
    });
    const call = (): Promise<unknown> => rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }));
    const underWay = [call(), call()];
    await new Promise((resolve) => setTimeout(resolve, 150));
    const errors = await Promise.all([...underWay, call()]);
    expect(errors.map((error) => (error as Error).name).sort()).toStrictEqual([
      "ChainConnectionError",
      "ChainConnectionError",
      "ChainHttpError",
    ]);
    expect(requests).toStrictEqual([1, 1, 1]);
  });
});

describe("a connection that the server closes because nothing came over it for a while", () => {
  test("is not used again when it is closed", async () => {
    const closed: Promise<unknown>[] = [];
    const { origin, requests } = await serveRaw((socket) => {
      // Its close is told once the other side has closed as well.
      closed.push(once(socket, "close"));
      closingLater(rawAnswer(200, '"fine"'), 10)(socket, 1);
    });
    for (let made = 0; made < 5; made++) {
      expect(await invoke(hello, {}, { baseUrl: origin, retry: false })).toBe("fine");
      await Promise.all(closed);
    }
    expect(requests).toStrictEqual([1, 1, 1, 1, 1]);
  });

  test("is not used again when the server says that it waits for a second only", async () => {
    const { origin, requests } = await serveRaw((socket) => {
      socket.write(rawAnswer(200, '"fine"', { connection: "keep-alive", "keep-alive": "timeout=1" }));
    });
    for (let made = 0; made < 3; made++) {
      expect(await invoke(hello, {}, { baseUrl: origin, retry: false })).toBe("fine");
      await connectionIsIdle();
    }
    expect(requests).toStrictEqual([1, 1, 1]);
  });

  test("fails a call that is sent just then, since it looks as if the server had died; `when` tries it again", async () => {
    const { origin, requests } = await serveRaw((socket, request) => {
      // What was sent meanwhile is not read any more.
      if (request === 2) socket.destroy();
      else socket.write(rawAnswer(200, '"fine"'));
    });
    const call = (retry?: RetryOptions): Promise<unknown> => invoke(hello, {}, { baseUrl: origin, retry });
    await call();
    await connectionIsIdle();
    const error = await rejectionOf(call());
    expect(error).toMatchObject({ name: "ChainConnectionError", status: undefined, retryable: true });
    await call();
    await connectionIsIdle();
    expect(await call({ initialDelayMs: 1, when: ({ retryable }) => retryable })).toBe("fine");
    expect(requests).toStrictEqual([2, 2, 1]);
  });
});

describe("an answer that announces the end of its connection", () => {
  test("explains one failure of a later request to the same origin, for a moment", () => {
    vi.useFakeTimers();
    const cause = new Error("other side closed");
    const before = performance.now() - 100;
    expectClose("http://a.test");
    const after = performance.now();
    expect(wasClosing("http://b.test", after, cause)).toBe(false);
    expect(wasClosing("http://a.test", before, cause)).toBe(false);
    expect(wasClosing("http://a.test", after, new Error("connect timeout"))).toBe(false);
    expect(wasClosing("http://a.test", after, cause)).toBe(true);
    expect(wasClosing("http://a.test", after, cause)).toBe(false);
    expectClose("http://a.test");
    vi.advanceTimersByTime(300);
    expect(wasClosing("http://a.test", performance.now(), cause)).toBe(false);
  });
});
