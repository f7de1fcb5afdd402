import { describe, expect, test } from "vitest";
import { type AsyncCallOptions, invokeAsync } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serveBody } from "../support/server.js";

const webhookEndpoint = "https://mine.test/hook";

async function bodyOf(options: AsyncCallOptions): Promise<unknown> {
  const { origin, asked } = await serveBody(201, '{"request_id":"r1"}');
  await invokeAsync(hello, { a: 1 }, { ...options, baseUrl: origin });
  return JSON.parse(asked[0]?.body ?? "");
}

describe("a queued call", () => {
  test.each([200, 201, 202])("is accepted with %i, and its handle has the request id", async (status) => {
    const { origin, asked } = await serveBody(status, '{"request_id":"r1","more":2}');
    expect(await invokeAsync(hello, {}, { webhookEndpoint, baseUrl: origin })).toHaveProperty("requestId", "r1");
    expect(asked[0]?.path).toBe("/production/async_run_remote");
  });

  test("wraps the input, and sends only what was given", async () => {
    expect(await bodyOf({ webhookEndpoint: null })).toStrictEqual({ model_input: { a: 1 } });
    expect(await bodyOf({ webhookEndpoint, priority: 0 })).toStrictEqual({
      model_input: { a: 1 },
      webhook_endpoint: webhookEndpoint,
      priority: 0,
    });
  });

  test("sends every option under the name of the platform", async () => {
    const inferenceRetry = { maxAttempts: 1, initialDelayMs: 0, maxDelayMs: 60_000 };
    expect(await bodyOf({ webhookEndpoint, priority: 2, maxTimeInQueueSeconds: 10, inferenceRetry })).toStrictEqual({
      model_input: { a: 1 },
      webhook_endpoint: webhookEndpoint,
      priority: 2,
      max_time_in_queue_seconds: 10,
      inference_retry_config: { max_attempts: 1, initial_delay_ms: 0, max_delay_ms: 60_000 },
    });
  });

  test("may be the bare input", async () => {
    expect(await bodyOf({ webhookEndpoint: null, body: "bare" })).toStrictEqual({ a: 1 });
  });

  const base: AsyncCallOptions = { webhookEndpoint: null };
  test.each<object>([
    { webhookEndpoint: undefined },
    { webhookEndpoint: "" },
    { webhookEndpoint: "http://mine.test/hook" },
    { webhookEndpoint: "ftp://mine.test" },
    { webhookEndpoint, body: "bare" },
    { priority: 1, body: "bare" },
    { inferenceRetry: {}, body: "bare" },
    { body: "other" },
    { priority: -1 },
    { priority: 3 },
    { priority: 0.5 },
    { priority: "1" },
    { maxTimeInQueueSeconds: 9 },
    { maxTimeInQueueSeconds: 259_201 },
    { maxTimeInQueueSeconds: NaN },
    { inferenceRetry: { maxAttempts: 0 } },
    { inferenceRetry: { maxAttempts: 11 } },
    { inferenceRetry: { initialDelayMs: 10_001 } },
    { inferenceRetry: { initialDelayMs: -1 } },
    { inferenceRetry: { maxDelayMs: 60_001 } },
    { maxBodyBytes: 0 },
    { maxBodyBytes: NaN },
  ])("is refused before sending with %j", async (options) => {
    const { origin, asked } = await serveBody(201, '{"request_id":"r1"}');
    const error = await rejectionOf(invokeAsync(hello, {}, { ...base, ...options, baseUrl: origin }));
    expect(error).toHaveProperty("name", "ChainConfigError");
    expect(asked).toStrictEqual([]);
  });

  test.each<[object, string]>([
    [{ maxTimeInQueueSeconds: 9 }, "`maxTimeInQueueSeconds` must be a whole number from 10 to 259200"],
    [{ inferenceRetry: { maxDelayMs: -1 } }, "`inferenceRetry.maxDelayMs` must be a whole number from 0 to 60000"],
  ])("is refused with the name of the option: %j", async (options, message) => {
    const error = await rejectionOf(invokeAsync(hello, {}, { ...base, ...options, baseUrl: "http://127.0.0.1:1" }));
    expect(error).toHaveProperty("message", `Hello: ${message}`);
  });

  test("is refused before sending where it is larger than the queue takes, with both sizes", async () => {
    const { origin, asked } = await serveBody(201, '{"request_id":"r1"}');
    const wrapped = Buffer.byteLength('{"model_input":{"a":""}}');
    const fits = { a: "é".repeat((262_144 - wrapped) / 2) };
    await invokeAsync(hello, fits, { ...base, baseUrl: origin });
    expect(Buffer.byteLength(asked[0]?.body ?? "")).toBe(262_144);
    const error = await rejectionOf(invokeAsync(hello, { a: `${fits.a}x` }, { ...base, baseUrl: origin }));
    expect(error).toMatchObject({
      name: "ChainInputError",
      message: "Hello: the input was not sent: its call has 262145 bytes, and the queue takes 262144",
      problems: [{ path: [] }],
    });
    expect(asked).toHaveLength(1);
    await invokeAsync(hello, { a: `${fits.a}x` }, { ...base, baseUrl: origin, maxBodyBytes: 300_000 });
    expect(asked).toHaveLength(2);
  });

  test("may tell this machine its result over http", async () => {
    const local = "http://localhost:3000/hook";
    expect(await bodyOf({ webhookEndpoint: local })).toMatchObject({ webhook_endpoint: local });
  });

  test("refuses an input as a plain call does", async () => {
    const error = await rejectionOf(invokeAsync(hello, { a: [NaN] }, { ...base, baseUrl: "http://127.0.0.1:1" }));
    expect(error).toMatchObject({ name: "ChainInputError", problems: [{ path: ["a", 0] }] });
  });

  test.each([
    [200, "{}", "ChainDecodeError"],
    [201, "[]", "ChainDecodeError"],
    [202, "", "ChainDecodeError"],
    [201, '{"request_id":7}', "ChainDecodeError"],
    [429, '{"error":"CAPACITY_EXCEEDED"}', "ChainHttpError"],
    [413, '{"error":"too large"}', "ChainHttpError"],
  ])("answered with %i %s is a %s", async (status, body, name) => {
    const { origin } = await serveBody(status, body);
    const options = { ...base, baseUrl: origin, retry: false } as const;
    expect(await rejectionOf(invokeAsync(hello, {}, options))).toMatchObject({ name, status });
  });
});
