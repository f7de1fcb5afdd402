import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { runCommand } from "../../../../tests/support/run-command.js";
import { type ConnectOptions, connect } from "../../src/websocket/index.js";
import { rejectionOf } from "../support/chain.js";
import { echo, serveEcho, serveOpen, serveRefusal } from "../support/socket-server.js";

afterEach(() => vi.unstubAllGlobals());

const noServer = { ...process, versions: {} };

describe("in a browser", () => {
  test.each<[title: string, options: ConnectOptions]>([
    ["the platform", { chainId: "abc" }],
    ["the platform, with a key", { chainId: "abc", apiKey: "key" }],
    ["a proxy, with a key", { baseUrl: "http://127.0.0.1:9", apiKey: "key" }],
    ["a proxy, with a header", { baseUrl: "http://127.0.0.1:9", headers: { traceparent: "00" } }],
  ])("a connection to %s says why there is none, and where the recipe is", async (_, options) => {
    vi.stubGlobal("WebSocket", WebSocket);
    vi.stubGlobal("process", noServer);
    expect(await rejectionOf(connect(echo, options))).toMatchObject({
      name: "ChainConfigError",
      message: "Echo: a browser opens websockets without headers, so neither a key nor a header of yours can be sent",
      help: "Connect to a proxy of your own that adds the key, as `baseUrl` (typed-chains, docs/browsers.md).",
    });
  });

  test("a connection to a proxy that needs no header opens", async () => {
    vi.stubGlobal("WebSocket", WebSocket);
    vi.stubGlobal("process", noServer);
    const { origin } = await serveEcho();
    const socket = await connect(echo, { baseUrl: origin });
    socket.send("a");
    expect(await socket.receive()).toBe("a");
    socket.close();
  });
});

test("a platform without a WebSocket says which option helps", async () => {
  vi.stubGlobal("WebSocket", undefined);
  expect(await rejectionOf(connect(echo, { baseUrl: "http://127.0.0.1:9" }))).toMatchObject({
    name: "ChainConfigError",
    message: "Echo: this platform has no WebSocket",
    help: expect.stringContaining("`webSocket`") as string,
  });
});

// The words of Bun 1.3 and Deno 2.5, whose sockets say no more.
test.each([
  ["that nobody took is tried again", 3, "WebSocket connection to 'ws://h.test/' failed: Failed to connect"],
  ["that nobody took is tried again", 3, "NetworkError: failed to connect to WebSocket: tcp connect error"],
  ["that broke is not", 1, "WebSocket connection to 'ws://h.test/' failed: Connection ended"],
  ["that broke is not", 1, "NetworkError: failed to connect to WebSocket: connection closed before message completed"],
])("a connection %s: %i times %s", async (_, times, message) => {
  let made = 0;
  const failing = class extends EventTarget {
    constructor() {
      super();
      made += 1;
      queueMicrotask(() => this.dispatchEvent(Object.assign(new Event("error"), { message })));
    }
  };
  vi.stubGlobal("WebSocket", failing);
  const error = await rejectionOf(
    connect(echo, { baseUrl: "https://h.test", apiKey: null, retry: { initialDelayMs: 1 } }),
  );
  expect(error).toMatchObject({ name: "ChainConnectionError", message: expect.stringContaining(message) as string });
  expect(made).toBe(times);
});

test("a server whose WebSocket takes no headers says so", async () => {
  const refuse = class {
    constructor() {
      throw new SyntaxError("The subprotocol '[object Object]' is invalid.");
    }
  };
  vi.stubGlobal("WebSocket", refuse);
  expect(await rejectionOf(connect(echo, { baseUrl: "http://127.0.0.1:9", apiKey: "key" }))).toMatchObject({
    name: "ChainConfigError",
    message: "Echo: the WebSocket of this platform takes no headers",
  });
});

describe("on Cloudflare Workers", () => {
  /** What `fetch` answers there: a websocket that speaks once it is accepted. */
  function workerAnswer(accept: (socket: EventTarget) => void): Response {
    const socket = Object.assign(new EventTarget(), { send: vi.fn(), close: vi.fn(), accept: () => accept(socket) });
    return Object.assign(new Response(null), { webSocket: socket });
  }

  test("a connection is opened by fetch, with the key", async () => {
    vi.stubGlobal("WebSocketPair", class {});
    const answer = workerAnswer((socket) => {
      socket.dispatchEvent(new MessageEvent("message", { data: "at once" }));
    });
    const fetch = vi.fn(() => Promise.resolve(answer));
    const socket = await connect(echo, { chainId: "abc", apiKey: "key", fetch });
    expect(await socket.receive()).toBe("at once");
    const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).toBe("https://chain-abc.api.baseten.co/environments/production/websocket");
    expect(Object.fromEntries(new Headers(init.headers))).toStrictEqual({
      authorization: "Api-Key key",
      upgrade: "websocket",
    });
    expect(init.signal?.aborted).toBe(false);
  });

  test("a close of the other side is answered, for nothing else does that there", async () => {
    vi.stubGlobal("WebSocketPair", class {});
    const answer = workerAnswer((socket) => {
      socket.dispatchEvent(Object.assign(new Event("close"), { code: 1011, reason: "why", wasClean: true }));
    });
    const socket = await connect(echo, { chainId: "abc", apiKey: "key", fetch: () => Promise.resolve(answer) });
    expect(await socket.closed).toStrictEqual({ code: 1011, reason: "why", clean: true, kind: "raised" });
    expect((answer as Response & { webSocket: { close: unknown } }).webSocket.close).toHaveBeenCalledOnce();
  });

  test("an answer without a websocket is an error, as of any call", async () => {
    vi.stubGlobal("WebSocketPair", class {});
    const { origin } = await serveRefusal(401, "{}");
    const fetch = (): Promise<Response> => Promise.resolve(new Response('{"error":"no such chain"}', { status: 404 }));
    const error = await rejectionOf(connect(echo, { baseUrl: origin, fetch }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 404, message: "Echo: HTTP 404: no such chain" });
  });
});

/** Runs a script in a Node whose `echo` is the chain. */
function runOnNode(script: string): ReturnType<typeof runCommand> {
  const runtime = new URL("../../dist/websocket/index.js", import.meta.url);
  const begin = `
    import { connect } from ${JSON.stringify(runtime.href)};
    const echo = { name: "Echo", transport: "websocket" };
  `;
  // The global WebSocket of Node 20 hides behind a flag; from 22 on it is always there, and the flag changes nothing.
  const args = ["--no-warnings", "--experimental-websocket", "--input-type=module", "--eval", begin + script];
  return runCommand(process.execPath, args, { cwd: fileURLToPath(new URL(".", import.meta.url)) });
}

test("on Node, the global WebSocket lets go of a connection that the other side does not close", async () => {
  const { origin } = await serveOpen((_, connection) => connection.removeAllListeners("data").resume());
  const { stdout } = await runOnNode(`
    const later = setTimeout;
    globalThis.setTimeout = (work, ms, ...rest) => later(work, ms === 5000 ? 20 : ms, ...rest);
    later(() => process.exit(1), 3000).unref();
    process.on("exit", (code) => console.log(code));
    const socket = await connect(echo, { apiKey: "k", baseUrl: "${origin}" });
    socket.close();
    console.log((await socket.closed).code);
  `);
  expect(stdout).toBe("1006\n0\n");
});

test("on Node, the global WebSocket sends the key, and tells of a refused upgrade all that came", async () => {
  const refused = await serveRefusal(429, '{"error":"slow down, the-secret-key"}', {
    "retry-after": "7",
    "x-baseten-request-id": "r-1",
  });
  const echoing = await serveEcho();
  const { stdout, stderr } = await runOnNode(`
    const options = { apiKey: "the-secret-key", retry: false };
    const error = await connect(echo, { ...options, baseUrl: "${refused.origin}" }).catch((error) => error);
    const { name, message, status, requestId, retryAfterMs } = error;
    const socket = await connect(echo, { ...options, baseUrl: "${echoing.origin}" });
    socket.send("a");
    const answer = await socket.receive();
    socket.close(4000, "bye");
    const { code, reason } = await socket.closed;
    console.log(JSON.stringify({ name, message, status, requestId, retryAfterMs, answer, code, reason }));
  `);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toStrictEqual({
    name: "ChainHttpError",
    message: "Echo: HTTP 429: slow down, [key]",
    status: 429,
    requestId: "r-1",
    retryAfterMs: 7000,
    answer: "a",
    code: 4000,
    reason: "bye",
  });
  expect(echoing.asked[0]?.headers.authorization).toBe("Api-Key the-secret-key");
});
