import { describe, expect, test } from "vitest";
import { type ChainHttpError, invoke } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serveBody } from "../support/server.js";

describe("the help of a platform's error", () => {
  test.each([
    [401, /`apiKey`.*BASETEN_API_KEY.*docs/],
    [402, /billing.*`apiKey`/],
    [403, /`apiKey`.*docs/],
    [404, /`chainId`.*`target`.*scaled to zero.*`wake`/],
    [413, /256 KiB.*docs/],
    [429, /`retry\.maxAttempts`.*docs/],
    [500, /`retry`.*docs/],
    [502, /`retry`.*docs/],
    [503, /`retry`.*docs/],
    [504, /`retry`.*docs/],
    [418, /docs/],
  ])("%i is one line that matches %s", async (status, line) => {
    const { origin } = await serveBody(status, '{"error":"x"}');
    const error = (await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }))) as ChainHttpError;
    expect(error).toMatchObject({ name: "ChainHttpError", status });
    expect(error.help).toMatch(line);
    expect(error.help).toMatch(/^[^\n]{10,120}\.$/);
  });

  test("is not the platform's where the chain raised", async () => {
    const body = JSON.stringify({ error: { exception_cls_name: "E", exception_message: "404: no such user" } });
    const { origin } = await serveBody(404, body);
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(error).toHaveProperty("help", expect.stringContaining("remoteStack"));
  });
});

describe("how long the server asks to wait", () => {
  test.each([
    ["7", 7000],
    ["later", undefined],
  ])("Retry-After: %s is in the error", async (value, retryAfterMs) => {
    const { origin } = await serveBody(429, "{}", { "retry-after": value });
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }));
    expect((error as ChainHttpError).retryAfterMs).toBe(retryAfterMs);
  });
});
