import { describe, expect, test, vi } from "vitest";
import { type CallOptions, invoke } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serve, serveBody, type TestServer } from "../support/server.js";

/** A server that knows one key. */
function guarded(key: string): Promise<TestServer> {
  return serve((response, { headers }) => {
    if (headers.authorization === `Api-Key ${key}`) response.end('"fine"');
    else response.writeHead(401).end('{"error":"bad key"}');
  });
}

/** A supplier that gives these keys in turn. */
function supplierOf(...keys: string[]) {
  return vi.fn(() => Promise.resolve(keys.shift() ?? "none"));
}

describe("after a 401", () => {
  test("the supplier is asked once more, and the call made with the new key", async () => {
    const { origin, asked } = await guarded("new");
    const apiKey = supplierOf("old", "new");
    expect(await invoke(hello, { a: 1 }, { baseUrl: origin, apiKey, retry: false })).toBe("fine");
    expect(asked.map(({ headers, body }) => [headers.authorization, body])).toStrictEqual([
      ["Api-Key old", '{"a":1}'],
      ["Api-Key new", '{"a":1}'],
    ]);
    expect(apiKey).toHaveBeenCalledTimes(2);
  });

  test("a `fetch` of the caller's sees what was sent each time, and changes nothing of the next", async () => {
    const { origin } = await guarded("new");
    const seen: (RequestInit["headers"] | undefined)[] = [];
    const own: typeof fetch = async (url, init) => {
      seen.push(init?.headers);
      const response = await fetch(url, init);
      if (init?.headers !== undefined) Object.assign(init.headers, { "x-own": "1" });
      return response;
    };
    const apiKey = supplierOf("old", "new");
    expect(await invoke(hello, {}, { baseUrl: origin, apiKey, fetch: own })).toBe("fine");
    expect(seen).toStrictEqual([
      { "content-type": "application/json", authorization: "Api-Key old", "x-own": "1" },
      { "content-type": "application/json", authorization: "Api-Key new", "x-own": "1" },
    ]);
  });

  test("no error shows the new key nor the old one", async () => {
    const { origin } = await serve((response, { headers }) => {
      if (headers.authorization === "Api-Key old-key-1") response.writeHead(401).end("{}");
      else response.writeHead(403).end(JSON.stringify({ error: "not old-key-1, and not NEW-key-2" }));
    });
    const error = await rejectionOf(
      invoke(hello, {}, { baseUrl: origin, apiKey: supplierOf("old-key-1", "new-key-2") }),
    );
    expect(error).toHaveProperty("message", "Hello: HTTP 403: not [key], and not [key]");
  });

  test("the supplier is not asked a third time", async () => {
    const { origin, asked } = await guarded("other");
    const apiKey = supplierOf("old", "new", "newest");
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey, retry: { when: () => true } }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 401, retryable: false });
    expect(asked.length).toBeGreaterThan(1);
    expect(apiKey).toHaveBeenCalledTimes(2);
  });

  test.each<[string, CallOptions]>([
    ["the supplier gives the same key again", { apiKey: () => "same" }],
    ["the key is a text", { apiKey: "text" }],
    ["no key is sent", { apiKey: null }],
    ["the authorization is the caller's own", { apiKey: supplierOf("a", "b"), headers: { authorization: "Own x" } }],
  ])("the call is not made again where %s", async (_, options) => {
    const { origin, asked } = await guarded("other");
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, ...options }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 401 });
    expect(asked).toHaveLength(1);
  });

  test("that the chain's own code raised, the key is left alone", async () => {
    const exception = { exception_cls_name: "HTTPException", exception_message: "401: no" };
    const { origin, asked } = await serveBody(401, JSON.stringify({ error: exception }));
    const apiKey = supplierOf("old", "new");
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey }));
    expect(error).toMatchObject({ name: "ChainRemoteError", status: 401 });
    expect(asked).toHaveLength(1);
    expect(apiKey).toHaveBeenCalledTimes(1);
  });

  test("a supplier that fails is what the call fails with", async () => {
    const { origin, asked } = await guarded("other");
    const apiKey = supplierOf().mockResolvedValueOnce("old").mockRejectedValueOnce(new Error("shut"));
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey }));
    expect(error).toMatchObject({ name: "ChainConfigError", cause: { message: "shut" } });
    expect(asked).toHaveLength(1);
  });

  test("a supplier that fails leaves the old key to the tries that `when` asks for", async () => {
    const { origin, asked } = await guarded("other");
    const apiKey = supplierOf().mockResolvedValueOnce("old").mockRejectedValueOnce(new Error("shut"));
    const retry = { when: () => true, maxAttempts: 2, initialDelayMs: 1 };
    const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey, retry }));
    expect(error).toMatchObject({ name: "ChainHttpError", status: 401 });
    expect(asked.map(({ headers }) => headers.authorization)).toStrictEqual(["Api-Key old", "Api-Key old"]);
    expect(apiKey).toHaveBeenCalledTimes(2);
  });

  test("the later tries of a call keep the new key", async () => {
    let made = 0;
    const { origin, asked } = await serve((response, { headers }) => {
      if (headers.authorization !== "Api-Key new") response.writeHead(401).end("{}");
      else if (made++ === 0) response.writeHead(503).end("{}");
      else response.end('"fine"');
    });
    const apiKey = supplierOf("old", "new");
    const retry = { initialDelayMs: 1 };
    expect(await invoke(hello, {}, { baseUrl: origin, apiKey, retry })).toBe("fine");
    expect(asked.map(({ headers }) => headers.authorization)).toStrictEqual([
      "Api-Key old",
      "Api-Key new",
      "Api-Key new",
    ]);
  });
});
