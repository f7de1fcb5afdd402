import { describe, expect, test, vi } from "vitest";
import { isChainSocketError } from "../../src/index.js";
import { connect } from "../../src/websocket/index.js";
import { rejectionOf } from "../support/chain.js";
import { echo, serveEcho, serveOpen, serveSockets } from "../support/socket-server.js";

const failures: [code: number, kind: string, retryable: boolean, message: string][] = [
  [1001, "restarting", true, "the deployment restarts (close code 1001: why)"],
  [1002, "protocol", false, "the connection was closed (close code 1002: why)"],
  [1003, "not-a-websocket", false, "the chain is not a websocket (close code 1003: why)"],
  [1007, "protocol", false, "the connection was closed (close code 1007: why)"],
  [1008, "protocol", false, "the connection was closed (close code 1008: why)"],
  [1009, "too-large", false, "a message was too large (close code 1009: why)"],
  [1010, "protocol", false, "the connection was closed (close code 1010: why)"],
  [1011, "raised", false, "the chain raised (close code 1011: why)"],
  [1012, "restarting", true, "the deployment restarts (close code 1012: why)"],
  [1013, "overloaded", true, "the deployment is overloaded (close code 1013: why)"],
  [1014, "protocol", false, "the connection was closed (close code 1014: why)"],
  [3000, "custom", false, "the chain closed the connection with a code of its own (close code 3000: why)"],
  [4001, "custom", false, "the chain closed the connection with a code of its own (close code 4001: why)"],
];

describe("a connection that the other side closes", () => {
  test("with 1000 ends the loop", async () => {
    const { options } = await serveOpen((socket) => socket.close(1000));
    const socket = await connect(echo, options);
    for await (const message of socket) throw new Error(`It sent ${String(message)}`);
    expect(await socket.closed).toStrictEqual({ code: 1000, reason: "", clean: true, kind: "returned" });
    expect(() => socket.send("a")).toThrow("Echo: `run_remote` has returned (close code 1000)");
  });

  test.each(failures)("with %i fails the loop: %s", async (code, kind, retryable, message) => {
    const { options } = await serveOpen((socket) => {
      socket.send("before");
      socket.close(code, "why");
    });
    const socket = await connect(echo, options);
    expect(await socket.closed).toStrictEqual({ code, reason: "why", clean: true, kind });
    expect(await socket.receive()).toBe("before");
    const error = await rejectionOf(socket.receive());
    expect(isChainSocketError(error)).toBe(true);
    expect(error).toMatchObject({ code, reason: "why", clean: true, kind, retryable, message: `Echo: ${message}` });
    expect(await rejectionOf(socket.receive())).toMatchObject({ message: `Echo: ${message}` });
  });

  test("without a code fails the loop, for nothing says that the chain returned", async () => {
    const { options } = await serveOpen((socket) => socket.close());
    const socket = await connect(echo, options);
    expect(await rejectionOf(socket.receive())).toMatchObject({ code: 1005, kind: "protocol", retryable: false });
  });

  test.each([
    ["by cutting it", Buffer.alloc(0)],
    ["with a frame that is none", Buffer.from([0x8f, 0x00])],
    ["in the middle of a frame", Buffer.from([0x81, 0x05, 0x61])],
  ])("%s fails the loop, and it may be tried again", async (_, bytes) => {
    const { options } = await serveOpen((__, connection) => connection.end(bytes));
    const socket = await connect(echo, options);
    const lost = { code: 1006, reason: "", clean: false, kind: "lost" };
    expect(await rejectionOf(socket.receive())).toMatchObject({ ...lost, retryable: true });
    expect(await socket.closed).toStrictEqual(lost);
  });

  test("with the key in its reason does not get it into ours", async () => {
    const { options } = await serveOpen((socket) => socket.close(4000, "no the-secret-key"));
    const socket = await connect(echo, options);
    expect((await socket.closed).reason).toBe("no [key]");
  });
});

describe("the caller's signal", () => {
  test("ends the loop with its own reason, at once and for good", async () => {
    const { options } = await serveOpen((socket) => socket.send("a"));
    const controller = new AbortController();
    const socket = await connect(echo, { ...options, signal: controller.signal });
    await socket.receive();
    const next = rejectionOf(socket.receive());
    const reason = new Error("enough");
    controller.abort(reason);
    expect(await next).toBe(reason);
    expect(await rejectionOf(socket.receive())).toBe(reason);
    expect(await socket.closed).toMatchObject({ code: 1000, kind: "caller" });
  });

  test("before the connection sends nothing", async () => {
    const { options, asked } = await serveEcho();
    const reason = new Error("never");
    expect(await rejectionOf(connect(echo, { ...options, signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(asked).toHaveLength(0);
  });

  test("while it opens ends the connection", async () => {
    let ended: Promise<void> | undefined;
    const controller = new AbortController();
    const reason = new Error("too slow");
    const { options } = await serveSockets((_, connection) => {
      ended = new Promise((resolve) => connection.resume().on("end", () => resolve()));
      controller.abort(reason);
    });
    expect(await rejectionOf(connect(echo, { ...options, signal: controller.signal }))).toBe(reason);
    await ended;
  });

  test("has no listener left once the connection is closed, or did not open", async () => {
    const { signal } = new AbortController();
    const added = vi.spyOn(signal, "addEventListener");
    const removed = vi.spyOn(signal, "removeEventListener");
    const { options } = await serveEcho();
    const socket = await connect(echo, { ...options, signal });
    socket.close();
    await socket.closed;
    await rejectionOf(connect(echo, { ...options, baseUrl: "http://127.0.0.1:9", signal }));
    const lasting = added.mock.calls.filter(([, , options]) => options === undefined);
    expect(lasting).toHaveLength(4);
    expect(removed.mock.calls).toStrictEqual(expect.arrayContaining(lasting));
  });
});

test("a close that the other side does not answer ends after five seconds, and the connection with it", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let ended: Promise<void> | undefined;
    const { options } = await serveOpen((socket, connection) => {
      socket.send("a");
      connection.removeAllListeners("data").resume();
      ended = new Promise((resolve) => connection.on("close", () => resolve()));
    });
    const socket = await connect(echo, options);
    socket.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(await socket.closed).toStrictEqual({ code: 1006, reason: "", clean: false, kind: "caller" });
    await ended;
  } finally {
    vi.useRealTimers();
  }
});
