import { describe, expect, test } from "vitest";
import { type AnyChainError, invoke } from "../../src/index.js";
import { streamText } from "../../src/stream/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { serve, serveBody } from "../support/server.js";
import { story } from "../support/streams.js";

async function errorOf(status: number, body: string, headers: Record<string, string> = {}): Promise<AnyChainError> {
  const { origin } = await serveBody(status, body, headers);
  return (await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey: null, retry: false }))) as AnyChainError;
}

const exception = (message: string): string =>
  JSON.stringify({ error: { exception_cls_name: "E", exception_message: message, exception_module_name: null } });

describe("a body that is no result", () => {
  const cases: [title: string, status: number, body: string, name: string, message: string][] = [
    ["the platform's error", 401, '{"error":"bad key"}', "ChainHttpError", "Hello: HTTP 401: bad key"],
    ["its other form", 503, '{"detail":"no replica"}', "ChainHttpError", "Hello: HTTP 503: no replica"],
    ["the router's", 404, '{"detail":"Not Found"}', "ChainHttpError", "Hello: HTTP 404: Not Found"],
    [
      "a wrong method's",
      405,
      '{"detail":"Method Not Allowed"}',
      "ChainHttpError",
      "Hello: HTTP 405: Method Not Allowed",
    ],
    ["the development server's", 500, '{"error":{"type":"unknown","msg":"m"}}', "ChainHttpError", "Hello: HTTP 500: m"],
    ["its dead process's", 503, '"It is dead."', "ChainHttpError", "Hello: HTTP 503: It is dead."],
    ["a failed load's", 502, '{"error":"Model load failed"}', "ChainHttpError", "Hello: HTTP 502: Model load failed"],
    ["the edge's page", 413, "<html>too large</html>", "ChainHttpError", "Hello: HTTP 413: <html>too large</html>"],
    ["no body", 502, "", "ChainHttpError", "Hello: HTTP 502"],
    ["null", 500, "null", "ChainHttpError", "Hello: HTTP 500: null"],
    ["a strange exception", 500, '{"error":{"exception_cls_name":7}}', "ChainHttpError", ""],
    ["an exception", 500, exception("bad"), "ChainRemoteError", "Hello: E: bad"],
    ["an exception in a 201", 201, exception("bad"), "ChainRemoteError", "Hello: E: bad"],
    ["an empty 200", 200, "", "ChainDecodeError", "Hello: the answer is empty or not JSON"],
    ["a page in a 200", 200, "<html>", "ChainDecodeError", "Hello: the answer is empty or not JSON"],
    ["input problems under another status", 422, '{"error":"Input Parsing Error:\\n  `a`: b."}', "ChainHttpError", ""],
  ];

  test.each(cases)("%s: %i %s is a %s", async (_, status, body, name, message) => {
    const error = await errorOf(status, body);
    expect([error.name, error.status]).toStrictEqual([name, status]);
    expect(error.message).toContain(message);
  });

  test("is an error under 200 when the server marks it so", async () => {
    const error = await errorOf(200, '{"error":"odd"}', { "x-baseten-error-code": "600" });
    expect([error.name, error.message]).toStrictEqual(["ChainHttpError", "Hello: HTTP 200: odd"]);
  });

  test("without a mark, a result may have an `error` of its own", async () => {
    const { origin } = await serveBody(200, '{"error":"my own field"}');
    expect(await invoke(hello, {}, { baseUrl: origin })).toStrictEqual({ error: "my own field" });
  });
});

describe("an error", () => {
  test("has the request id, and says whether to try again", async () => {
    const id = { "x-baseten-request-id": "r1" };
    const platform = await errorOf(503, "{}", id);
    const container = await errorOf(503, "{}", {
      ...id,
      "x-baseten-error-source": "04",
      "x-baseten-error-code": "600",
    });
    expect([platform.requestId, platform.retryable]).toStrictEqual(["r1", true]);
    expect([container.requestId, container.retryable]).toStrictEqual(["r1", false]);
  });

  test.each([
    [400, false],
    [401, false],
    [404, false],
    [408, true],
    [413, false],
    [422, false],
    [429, true],
    [500, true],
    [502, true],
    [504, true],
  ])("of status %i is retryable: %s", async (status, retryable) => {
    expect((await errorOf(status, "{}")).retryable).toBe(retryable);
  });

  test("keeps 10,000 characters of a long body, and 500 of it in its message", async () => {
    const error = await errorOf(500, "x".repeat(20_000));
    expect(error).toHaveProperty("body", "x".repeat(10_000));
    expect(error.message).toBe(`Hello: HTTP 500: ${"x".repeat(500)}`);
  });

  test("keeps 500 characters of a success that is not JSON", async () => {
    expect(await errorOf(200, "x".repeat(501))).toHaveProperty("body", "x".repeat(500));
  });

  test("ends a body that has no end", async () => {
    const { origin } = await serve((response) => {
      response.writeHead(500);
      const pour = (): void => {
        while (!response.destroyed && response.write("y".repeat(65_536)));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: origin }))).toHaveProperty("status", 500);
  });

  test("has no frames of a stack that is none", async () => {
    const error = { exception_cls_name: "E", exception_message: "m", user_stack_trace: [null, 1, { filename: "a" }] };
    expect(await errorOf(500, JSON.stringify({ error }))).toMatchObject({ remoteStack: [], remoteModule: null });
  });
});

describe("the server's text about the input", () => {
  const cases: [text: string, problems: object[]][] = [
    ["Input Parsing Error:\n  `names`: Field required.", [{ path: ["names"], message: "Field required" }]],
    ["Input Parsing Error:\n  `n.tup[1]`: No.", [{ path: ["n", "tup", 1], message: "No" }]],
    ["Input Parsing Error:\n  ``: Not a dict.", [{ path: [], message: "Not a dict" }]],
    ["Input Parsing Error:\n  `__root__`: Bad (char 0).", [{ path: [], message: "Bad (char 0)" }]],
    ["Input Parsing Error:\n  `by_name.x y.é`: No.", [{ path: ["by_name", "x y", "é"], message: "No" }]],
    ["Input Parsing Error:\n  `g[0][12].a`: one\ntwo.", [{ path: ["g", 0, 12, "a"], message: "one\ntwo" }]],
    [
      "Input Parsing Errors:\n  `a`: One.\n  `__proto__.b`: Two: `c`.",
      [
        { path: ["a"], message: "One" },
        { path: ["__proto__", "b"], message: "Two: `c`" },
      ],
    ],
    [
      "Input Parsing Errors:\n  `d.k.[key]`: A.\n  `u.tuple[int, str][0]`: B.\n  `u.dict[str,list[int]].a.b[1]`: C.\n  `x[y`: D.",
      [
        { path: ["d", "k", "[key]"], message: "A" },
        { path: ["u", "tuple[int, str]", 0], message: "B" },
        { path: ["u", "dict[str,list[int]]", "a", "b", 1], message: "C" },
        { path: ["x", "[", "y"], message: "D" },
      ],
    ],
  ];

  test.each(cases)("%j", async (text, problems) => {
    const error = await errorOf(400, JSON.stringify({ error: text }));
    expect(error).toMatchObject({ name: "ChainInputError", message: `Hello: ${text}`, retryable: false });
    expect("problems" in error && error.problems).toStrictEqual(problems);
  });
});

describe("a body that nobody can read, now or later,", () => {
  /** What is read by the caller's own `fetch`, in one way or another. */
  const reads: [string, (response: Response) => unknown][] = [
    ["has been read", (response) => response.text()],
    ["is being read", (response) => response.body?.getReader().read()],
  ];
  test.each(reads)("since it %s, does not make a call retryable", async (_, read) => {
    for (const status of [200, 500]) {
      const own: typeof fetch = async () => {
        const response = new Response('"ok"', { status });
        await read(response);
        return response;
      };
      const options = { baseUrl: "https://h.test", fetch: own };
      const error = await rejectionOf(invoke(hello, {}, options));
      expect(error).toMatchObject({ name: "ChainConnectionError", status, retryable: false });
      const failure = await rejectionOf(streamText(story, {}, options));
      expect(failure).toMatchObject({ name: "ChainConnectionError", status, retryable: false });
    }
  });

  test("since no text is so long, does not either", async () => {
    const long = Object.assign(new Response("1"), {
      text: () => Promise.reject(new Error("Cannot create a string longer than 0x1fffffe8 characters")),
    });
    const error = await rejectionOf(
      invoke(hello, {}, { baseUrl: "https://h.test", fetch: () => Promise.resolve(long) }),
    );
    expect(error).toMatchObject({ name: "ChainConnectionError", status: 200, retryable: false });
  });

  test("is read as a whole where it is no stream of a platform's", async () => {
    const odd = Object.defineProperty(new Response('{"error":"no"}', { status: 500 }), "body", { value: {} });
    const error = await rejectionOf(
      invoke(hello, {}, { baseUrl: "https://h.test", fetch: () => Promise.resolve(odd) }),
    );
    expect(error).toMatchObject({ name: "ChainHttpError", status: 500, message: "Hello: HTTP 500: no" });
  });
});

test("what a `fetch` gives that is no answer is told so", async () => {
  for (const given of [undefined, null, {}, "ok", { ok: true, status: 200, headers: {} }]) {
    const own = (() => Promise.resolve(given)) as unknown as typeof fetch;
    const refused = { name: "ChainConfigError", message: "Hello: `fetch` gives no Response", retryable: false };
    expect(await rejectionOf(invoke(hello, {}, { baseUrl: "https://h.test", fetch: own }))).toMatchObject(refused);
    const reading = streamText(
      { name: "Hello", transport: "text-stream" },
      {},
      { baseUrl: "https://h.test", fetch: own },
    );
    expect(await rejectionOf(reading)).toMatchObject(refused);
  }
});
