import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { type MockOptions, type MockRequest, startMock } from "../../src/mock/mock-server.js";
import type { ChainSignature, JsonValue } from "../../src/signature.js";
import { signatureOf } from "./start-mock.js";

const signature: ChainSignature = { formatVersion: 1, name: "Chain", transport: "websocket" };

async function mockUrl(options: Partial<MockOptions> = {}): Promise<string> {
  const start = await startMock({ signature, ...options }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  onTestFinished(() => start.server.close());
  return start.server.url;
}

/** What comes over a websocket until it closes, after one message was sent for each of these texts. */
async function said(url: string, path: string, texts: readonly (string | Buffer)[] = []): Promise<unknown> {
  const socket = new WebSocket(url.replace("http", "ws") + path, { headers: { authorization: "Api-Key k" } });
  const messages: unknown[] = [];
  socket.on("open", () => texts.forEach((text) => void socket.send(text)));
  socket.on("message", (data: Buffer, isBinary) => {
    messages.push(isBinary ? [...data] : data.toString());
    if (data.toString() === "end") socket.close();
  });
  return new Promise((resolve, reject) => {
    socket.on("close", (code, reason) => resolve([...messages, code, reason.toString()]));
    socket.on("error", reject);
  });
}

describe("a mock of a websocket", () => {
  test.each([
    "/v1/websocket",
    "/websocket",
    "/development/websocket",
    "/environments/production/websocket",
    "/deployment/abc/websocket",
  ])("sends back what comes, at %s", async (path) => {
    expect(await said(await mockUrl(), path, ["a", "", Buffer.from([0, 255]), "end"])).toStrictEqual([
      "a",
      "",
      [0, 255],
      "end",
      1005,
      "",
    ]);
  });

  test("says what its answer says, and then sends back what comes", async () => {
    const answer = { greeting: ["hello", { bytes: "AP8=" }], replies: [["one", "more"], [], ["three"]] };
    expect(await said(await mockUrl({ answer }), "/v1/websocket", ["a", "b", "c", "d", "end"])).toStrictEqual([
      "hello",
      [0, 255],
      "one",
      "more",
      "three",
      "d",
      "end",
      1005,
      "",
    ]);
  });

  test("closes where its answer says so", async () => {
    const answer = { replies: [["last", { close: 4001, reason: "bye" }]] };
    expect(await said(await mockUrl({ answer }), "/v1/websocket", ["a"])).toStrictEqual(["last", 4001, "bye"]);
  });

  test("says that it restarts when it is stopped", async () => {
    const start = await startMock({ signature, answer: { greeting: ["a"] } }, 0);
    if (!start.ok) throw new Error("It did not start");
    const socket = new WebSocket(`${start.server.url.replace("http", "ws")}/v1/websocket`);
    await new Promise((resolve) => socket.on("message", resolve));
    const closed = new Promise((resolve) => socket.on("close", resolve));
    await start.server.close();
    expect(await closed).toBe(1012);
  });

  test("tells of each upgrade", async () => {
    const lines: MockRequest[] = [];
    const url = await mockUrl({ onRequest: (line) => lines.push(line) });
    await said(url, "/v1/websocket", ["end"]);
    await said(url, "/nope").catch(() => undefined);
    const seen = lines.map(({ method, target, status }) => [method, target, status]);
    expect(seen).toStrictEqual([
      ["GET", "/v1/websocket", 101],
      ["GET", "/nope", 403],
    ]);
  });

  test.each([
    ["/nope", 403],
    ["/production/websocket", 403],
  ])("opens nothing at %s", async (path, status) => {
    await expect(said(await mockUrl(), path)).rejects.toThrow(`Unexpected server response: ${status}`);
  });

  test("wants a key at the platform's addresses", async () => {
    const socket = new WebSocket(`${(await mockUrl()).replace("http", "ws")}/development/websocket`);
    await expect(new Promise((_, reject) => socket.on("error", reject))).rejects.toThrow("401");
  });

  test("answers a call as the model server does", async () => {
    const response = await fetch(`${await mockUrl()}/v1/models/model:predict`, { method: "POST", body: '{"a": 1}' });
    expect(response.status).toBe(500);
    expect(await response.json()).toStrictEqual({
      error: "Unhandled exception: AssertionError: `predict` must only be called if model has it.",
    });
  });

  test("has no schema document", async () => {
    const response = await fetch(`${await mockUrl()}/v1/models/model/schema`);
    expect([response.status, await response.json()]).toStrictEqual([404, { error: "No schema found" }]);
  });
});

test("a mock of another chain opens a websocket, and closes it as the model server does", async () => {
  const url = await mockUrl({ signature: signatureOf({}, { type: "string" }) });
  expect(await said(url, "/v1/websocket")).toStrictEqual([1003, "WebSocket is not implemented on this deployment."]);
});

const step = 'Input should be a text, { "bytes": "<base64>" } or { "close": <code>, "reason": "…" }.';

describe("an answer that a websocket cannot say is a diagnostic", () => {
  test.each<[title: string, answer: JsonValue, notes: readonly string[]]>([
    ["a list", [], ["the answer: Input should be an object."]],
    ["another key", { greet: [] }, ["`greet`: Extra inputs are not permitted."]],
    [
      "a key of prototypes",
      JSON.parse('{"__proto__":[]}') as JsonValue,
      ["`__proto__`: Extra inputs are not permitted."],
    ],
    ["a greeting that is no list", { greeting: "a" }, ["`greeting`: Input should be a valid list."]],
    ["a reply that is no list", { replies: ["a"] }, ["`replies[0]`: Input should be a valid list."]],
    ["a number", { greeting: [1] }, [`\`greeting[0]\`: ${step}`]],
    ["no base64", { replies: [["a", { bytes: "?" }]] }, [`\`replies[0][1]\`: ${step}`]],
    ["a code that no frame has", { greeting: [{ close: 1006 }] }, [`\`greeting[0]\`: ${step}`]],
    ["a code with a fraction", { greeting: [{ close: 4000.5 }] }, [`\`greeting[0]\`: ${step}`]],
    [
      "a reason that is too long",
      { greeting: [{ close: 4000, reason: "é".repeat(62) }] },
      [`\`greeting[0]\`: ${step}`],
    ],
    ["a step of two kinds", { greeting: [{ close: 1000, bytes: "" }] }, [`\`greeting[0]\`: ${step}`]],
    ["a reason alone", { greeting: [{ reason: "" }] }, [`\`greeting[0]\`: ${step}`]],
  ])("%s", async (_, answer, notes) => {
    const start = await startMock({ signature, answer }, 0);
    const diagnostics = start.ok ? [] : start.diagnostics;
    expect(diagnostics.map((it) => [it.code, it.message, it.notes])).toStrictEqual([
      ["TC502", "the answer is not something that Chain sends over its websocket", notes],
    ]);
  });
});
