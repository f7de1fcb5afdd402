import { describe, expect, test } from "vitest";
import WebSocket from "ws";
import { everythingIn } from "../../../../tests/support/everything-in.js";
import { connect } from "../../src/websocket/index.js";
import { rejectionOf } from "../support/chain.js";
import { echo, serveRefusal, serveSockets } from "../support/socket-server.js";

describe("an upgrade that is refused", () => {
  test.each([
    [401, "ChainHttpError", false, "BASETEN_API_KEY"],
    [403, "ChainHttpError", false, "`apiKey` may do"],
    [404, "ChainHttpError", false, "target"],
    [408, "ChainHttpError", true, "Inference errors"],
    [429, "ChainHttpError", true, "retry.maxAttempts"],
    [504, "ChainHttpError", true, "still be running"],
    [200, "ChainDecodeError", false, "generate the client again"],
  ])("with %i is a %s", async (status, name, retryable, help) => {
    const { options } = await serveRefusal(status, "{}");
    const error = await rejectionOf(connect(echo, options));
    expect(error).toMatchObject({ name, status, retryable, help: expect.stringContaining(help) as string });
  });

  test("is tried again where it was shed", async () => {
    let upgrades = 0;
    const { options } = await serveSockets((open, connection) => {
      upgrades += 1;
      if (upgrades === 1) connection.end("HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n");
      else void open();
    });
    const socket = await connect(echo, { ...options, retry: { initialDelayMs: 1 } });
    expect(upgrades).toBe(2);
    socket.close();
  });

  test("with 401 asks once more for the key", async () => {
    const keys = ["an-old-key", "a-new-key"];
    const { options, asked } = await serveSockets((open, connection, { headers }) => {
      if (headers.authorization === "Api-Key a-new-key") void open();
      else connection.end("HTTP/1.1 401 No\r\ncontent-length: 0\r\n\r\n");
    });
    const socket = await connect(echo, { ...options, apiKey: () => keys.shift() ?? "" });
    expect(asked).toHaveLength(2);
    socket.close();
  });
});

describe("an upgrade without an answer", () => {
  test("of a server that hangs up is a connection error", async () => {
    const { options } = await serveSockets((_, connection) => connection.destroy());
    expect(await rejectionOf(connect(echo, options))).toMatchObject({ name: "ChainConnectionError", retryable: true });
  });

  test("of a server that sends back what it got keeps none of it", async () => {
    const { options } = await serveSockets((_, connection, { headers }) => {
      connection.end(`garbage: ${headers.authorization}\r\n\r\n`);
    });
    const error = await rejectionOf(connect(echo, options));
    expect(error).toMatchObject({ name: "ChainConnectionError", cause: { code: "HPE_INVALID_CONSTANT" } });
    expect(everythingIn(error)).not.toContain(options.apiKey);
  });

  test("of no server is a connection error that says so", async () => {
    const options = { baseUrl: "http://127.0.0.1:9", webSocket: WebSocket, retry: false } as const;
    expect(await rejectionOf(connect(echo, options))).toMatchObject({
      name: "ChainConnectionError",
      message: "Echo: no full answer from http://127.0.0.1:9: Error: connect ECONNREFUSED 127.0.0.1:9",
    });
  });

  test("within the time limit is a timeout, and the connection ends", async () => {
    let ended: Promise<void> | undefined;
    const { options } = await serveSockets((_, connection) => {
      ended = new Promise((resolve) => connection.resume().on("end", () => resolve()));
    });
    const error = await rejectionOf(connect(echo, { ...options, timeoutMs: 100 }));
    expect(error).toMatchObject({
      name: "ChainTimeoutError",
      message: "Echo: no result within 100 ms",
      // No websocket can be queued.
      help: expect.stringMatching(/^(?!.*queue).*`timeoutMs`/) as string,
    });
    await ended;
  });

  test("that is no websocket's is a connection error", async () => {
    const { options } = await serveSockets((_, connection) => {
      connection.write(
        "HTTP/1.1 101 X\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: no\r\n\r\n",
      );
    });
    expect(await rejectionOf(connect(echo, options))).toMatchObject({ name: "ChainConnectionError" });
  });
});

test.each([
  ["no address", {}],
  ["a limit that is none", { baseUrl: "http://127.0.0.1:9", maxQueuedBytes: 0 }],
  ["a time limit that is none", { baseUrl: "http://127.0.0.1:9", timeoutMs: -1 }],
  ["a key over http", { baseUrl: "http://x.test", apiKey: "k" }],
])("%s is refused before anything is sent", async (_, options) => {
  const error = await rejectionOf(connect(echo, { ...options, webSocket: WebSocket }));
  expect(error).toMatchObject({ name: "ChainConfigError" });
});
