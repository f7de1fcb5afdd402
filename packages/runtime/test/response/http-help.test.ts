import { afterEach, describe, expect, test, vi } from "vitest";
import { type ChainHttpError, invoke } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serveBody } from "../support/server.js";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the help of a platform's error", () => {
  test.each([
    [401, /`apiKey`.*BASETEN_API_KEY.*docs/],
    [402, /billing.*`apiKey`/],
    [403, /`apiKey`.*docs/],
    [404, /`chainId`.*`target`.*scaled to zero.*`wake`/],
    [413, /256 KiB.*docs/],
    [429, /`retry\.maxAttempts`.*docs/],
    [500, /`retry: \{ when \}`.*docs/],
    [502, /`retry\.maxAttempts`.*docs/],
    [503, /`retry\.maxAttempts`.*docs/],
    [504, /queue.*docs/],
    [501, /`retry: \{ when \}`.*docs/],
    [418, /docs/],
  ])("%i is one line that matches %s", async (status, line) => {
    const { origin } = await serveBody(status, '{"error":"x"}');
    const error = (await rejectionOf(invoke(hello, {}, { baseUrl: origin, retry: false }))) as ChainHttpError;
    expect(error).toMatchObject({ name: "ChainHttpError", status });
    expect(error.help).toMatch(line);
    expect(error.help).toMatch(/^[^\n]{10,120}\.$/);
  });

  const container = { "x-baseten-error-source": "04" };

  test.each<[by: string, headers: Record<string, string>]>([
    ["the platform", {}],
    ["the container", container],
  ])("advises more attempts exactly where the default makes them, for every status of %s", async (_, headers) => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    for (const status of [300, 302, 400, 401, 402, 403, 404, 408, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520]) {
      const { origin, asked } = await serveBody(status, '{"error":"x"}', headers);
      const { help } = (await rejectionOf(invoke(hello, {}, { baseUrl: origin }))) as ChainHttpError;
      expect([status, help.includes("`retry.maxAttempts`")]).toStrictEqual([status, asked.length > 1]);
      expect(help).not.toMatch(/`retry`/);
    }
  });

  test("of a development server whose process died advises no more attempts", async () => {
    const { origin } = await serveBody(503, '"It appears your model has stopped running."');
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin }));
    expect(error).toHaveProperty("help", expect.stringContaining("may have run"));
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
