import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, test, vi } from "vitest";
import { parseWebhook, type WebhookRequest } from "../../src/webhook/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { message, secret, webhookOf } from "../support/webhooks.js";

const options = { secrets: secret, toleranceSeconds: Number.POSITIVE_INFINITY };
const signed = webhookOf(message());
const bytes = new TextEncoder().encode(String(signed.body));
const headers = Object.fromEntries(Object.entries(signed.headers).map(([key, value]) => [key, String(value)]));
const shouted = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key.toUpperCase(), value]));
const listed = Object.fromEntries(Object.entries(headers).map(([key, value]) => [key, [value]]));
const request = (body: BodyInit, init: RequestInit & { duplex?: "half" } = {}): Request =>
  new Request("https://h.test/hook", { method: "POST", headers, body, ...init });

/** One byte a part: every character of more than one is cut. */
function drip(): Readable {
  return Readable.from(Array.from(bytes, (byte) => Uint8Array.of(byte)));
}

/** Bytes in the middle of a larger memory, as Node's small buffers are. */
function inTheMiddle(): Uint8Array {
  const memory = new Uint8Array(bytes.length + 20).fill(7);
  memory.set(bytes, 10);
  return memory.subarray(10, 10 + bytes.length);
}

describe("a webhook is read from", () => {
  test.each<[title: string, request: () => WebhookRequest]>([
    ["a Request", () => request(bytes)],
    ["a Request that streams", () => request(Readable.toWeb(drip()) as BodyInit, { duplex: "half" })],
    ["text", () => ({ headers, body: String(signed.body) })],
    ["bytes", () => ({ headers, body: bytes })],
    ["a part of a buffer", () => ({ headers, body: inTheMiddle() })],
    ["a Buffer", () => ({ headers, body: Buffer.from(bytes) })],
    ["a Node stream", () => ({ headers, body: drip() })],
    ["a Node stream of text", () => ({ headers, body: drip().setEncoding("utf8") })],
    ["a web stream", () => ({ headers, body: new Response(bytes).body ?? "" })],
    ["headers of fetch", () => ({ headers: new Headers(headers), body: bytes })],
    ["headers in upper case", () => ({ headers: shouted, body: bytes })],
    ["headers in lists", () => ({ headers: listed, body: bytes })],
  ])("%s", async (_, make) => {
    expect(await parseWebhook(hello, make(), options)).toMatchObject({ ok: true, data: message()["data"] });
  });

  test("memory that is written to once it was verified: what was verified is what is read", async () => {
    const body = bytes.slice();
    const sign = crypto.subtle.sign.bind(crypto.subtle);
    const spy = vi.spyOn(crypto.subtle, "sign").mockImplementation(async (...given) => {
      const signature = await sign(...given);
      body.fill(0);
      return signature;
    });
    const result = await parseWebhook(hello, { headers, body }, options);
    spy.mockRestore();
    expect(body[0]).toBe(0);
    expect(result).toMatchObject({ ok: true, data: message()["data"] });
  });
});

describe("a body that is no longer raw says so", () => {
  const parsed: unknown = { ...signed, body: message() };
  test.each<[title: string, request: () => unknown, error: object]>([
    ["parsed", () => parsed, { name: "ChainConfigError", message: expect.stringContaining("neither text") as string }],
    ["a number", () => ({ ...signed, body: 1 }), { name: "ChainConfigError" }],
    ["without headers", () => String(signed.body), { name: "ChainConfigError" }],
    ["with null for headers", () => ({ ...signed, headers: null }), { name: "ChainConfigError" }],
    ["left out", () => ({ headers }), { name: "ChainWebhookError", reason: "malformed" }],
    ["a Request without one", () => request(""), { name: "ChainWebhookError", reason: "malformed" }],
  ])("%s", async (_, make, error) => {
    expect(await rejectionOf(parseWebhook(hello, make() as WebhookRequest, options))).toMatchObject(error);
  });

  test("a Request that was read before", async () => {
    const read = request(bytes);
    await read.json();
    const error = { name: "ChainConfigError", message: "Hello: the body of the webhook was already read" };
    expect(await rejectionOf(parseWebhook(hello, read, options))).toMatchObject(error);
  });

  test.each<[title: string, request: () => WebhookRequest & { readonly body: unknown }]>([
    ["a Request", () => request(bytes)],
    ["a web stream", () => ({ headers, body: new Response(bytes).body ?? "" })],
  ])("%s that somebody else reads", async (_, make) => {
    const read = make();
    if (read.body instanceof ReadableStream) read.body.getReader();
    const error = { name: "ChainConfigError", message: "Hello: the body of the webhook was already read" };
    expect(await rejectionOf(parseWebhook(hello, read, options))).toMatchObject(error);
  });

  test("a Node stream that was read before", async () => {
    const body = drip();
    await body.toArray();
    expect(await rejectionOf(parseWebhook(hello, { headers, body }, options))).toMatchObject({
      name: "ChainWebhookError",
    });
  });
});

describe("of a body that is too large", () => {
  const limited = { ...options, maxBodyBytes: 10 };

  test("no more than the limit is read, and the stream is given up", async () => {
    let pulled = 0;
    let cancelled = false;
    const pull = (controller: ReadableStreamDefaultController): void => {
      pulled += 1;
      controller.enqueue(new Uint8Array(6));
    };
    const cancel = (): void => {
      cancelled = true;
    };
    const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 });
    const error = await rejectionOf(parseWebhook(hello, request(body, { duplex: "half" }), limited));
    expect(error).toMatchObject({ reason: "too-large" });
    expect([pulled, cancelled]).toStrictEqual([2, true]);
  });

  test("nothing is read, where its headers say it", async () => {
    const body = drip();
    const error = await rejectionOf(
      parseWebhook(hello, { headers: { ...headers, "content-length": "11" }, body }, limited),
    );
    expect(error).toMatchObject({ reason: "too-large" });
    expect(body.readableDidRead).toBe(false);
  });

  test("nothing is read of what is not signed", async () => {
    const body = drip();
    const error = await rejectionOf(parseWebhook(hello, { headers: {}, body }, options));
    expect(error).toMatchObject({ reason: "no-signature" });
    expect(body.readableDidRead).toBe(false);
  });
});

test("a connection that breaks in the middle of the body is a refusal, with what broke as its cause", async () => {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  const lines = [
    "POST / HTTP/1.1",
    "host: h",
    "content-length: 1000",
    ...Object.entries(headers).map((it) => it.join(": ")),
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n{"request_id"`);
  const [incoming] = (await once(server, "request")) as [IncomingMessage];
  incoming.once("data", () => socket.destroy());
  const parsing = rejectionOf(parseWebhook(hello, { headers: incoming.headers, body: incoming }, options));
  expect(await parsing).toMatchObject({
    name: "ChainWebhookError",
    reason: "incomplete",
    cause: { code: "ECONNRESET" },
  });
  server.close();
});
