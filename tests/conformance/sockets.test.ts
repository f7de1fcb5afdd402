import { isChainSocketError } from "@typed-chains/runtime";
import { connect, type WebSocketDescriptor } from "@typed-chains/runtime/websocket";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import WebSocket from "ws";
import { recordedChainFile } from "../support/recordings.js";
import { type ModelServer, startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

const chain: WebSocketDescriptor = { name: "Hello", transport: "websocket" };

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe("a connection to a chain of the real model server that is no websocket", () => {
  let server: ModelServer;

  beforeAll(async () => {
    const python = await preparePythonEnvironment();
    server = await startModelServer({ python, chainFile: recordedChainFile("hello_chain.py"), entrypoint: "Hello" });
  });
  afterAll(() => server?.stop());

  it("opens, and fails with a code that says so", async () => {
    const socket = await connect(chain, { target: { container: server.url }, webSocket: WebSocket });
    const error = await failureOf(socket.receive());
    expect(isChainSocketError(error)).toBe(true);
    expect(error).toMatchObject({ code: 1003, reason: "WebSocket is not implemented on this deployment." });
    expect(await socket.closed).toMatchObject({ code: 1003, kind: "not-a-websocket" });
  });

  it("does not open at a path that is none of its own", async () => {
    const options = { baseUrl: server.url, apiKey: "any", webSocket: WebSocket };
    expect(await failureOf(connect(chain, options))).toMatchObject({ name: "ChainHttpError", status: 403 });
  });
});

describe("a connection to the real model server", () => {
  let server: ModelServer;

  beforeAll(async () => {
    const python = await preparePythonEnvironment();
    server = await startModelServer({ python, chainFile: recordedChainFile("ws_chain.py"), entrypoint: "Echo" });
  });
  afterAll(() => server?.stop());

  it("carries headers, to the chain itself", async () => {
    const headers = { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
    const options = { target: { container: server.url }, apiKey: "any-key", headers, webSocket: WebSocket };
    const socket = await connect({ ...chain, name: "Echo" }, options);
    socket.send("headers");
    const seen: unknown = JSON.parse(String(await socket.receive()));
    expect(seen).toMatchObject({ ...headers, authorization: "Api-Key any-key" });
    socket.close();
    await socket.closed;
  });
});
