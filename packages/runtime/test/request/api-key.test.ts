import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type AnyChainError, type CallOptions, type ChainConfigError, invoke } from "../../src/index.js";
import { hello, recordingFetch, rejectionOf } from "../support/chain.js";
import { serve } from "../support/server.js";

const platform: CallOptions = { chainId: "abc" };
const loopback: CallOptions = { baseUrl: "http://127.0.0.1:1" };

async function authorizationOf(options: CallOptions): Promise<string | null> {
  const { fetch, sent } = recordingFetch();
  await invoke(hello, {}, { ...options, fetch });
  return new Headers(sent[0]?.init.headers).get("authorization");
}

async function refusalOf(options: CallOptions): Promise<Error> {
  const { fetch, sent } = recordingFetch();
  const error = await rejectionOf(invoke(hello, {}, { ...options, fetch }));
  expect(sent).toStrictEqual([]);
  expect(error).toHaveProperty("name", "ChainConfigError");
  return error as Error;
}

/**
 * Starts a call while another `process` is global. Only its synchronous part sees that: were it still so when the test
 * waits, vitest, which uses the global itself, could fail without end.
 */
function withProcess<Result>(process: unknown, start: () => Promise<Result>): Promise<Result> {
  vi.stubGlobal("process", process);
  try {
    return start();
  } finally {
    vi.unstubAllGlobals();
  }
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the API key", () => {
  test.each<[string, CallOptions, string | null]>([
    ["is sent as Api-Key", { ...platform, apiKey: "k.1" }, "Api-Key k.1"],
    ["is sent as Bearer when asked", { ...platform, apiKey: "k.1", authScheme: "Bearer" }, "Bearer k.1"],
    ["comes from a function", { ...platform, apiKey: () => "f.1" }, "Api-Key f.1"],
    ["comes from an asynchronous function", { ...platform, apiKey: () => Promise.resolve("f.2") }, "Api-Key f.2"],
    ["comes from the environment", platform, "Api-Key env.1"],
    ["comes from the environment for a base URL", loopback, "Api-Key env.1"],
    ["is not sent for null", { ...platform, apiKey: null }, null],
    ["of the environment is not for a container", { target: { container: "http://localhost:1" } }, null],
    ["goes to a container when given", { target: { container: "http://localhost:1" }, apiKey: "k" }, "Api-Key k"],
    [
      "gives way to an authorization of the caller's own",
      { ...platform, headers: { Authorization: "Own x" } },
      "Own x",
    ],
  ])("%s", async (_, options, header) => {
    vi.stubEnv("BASETEN_API_KEY", "env.1");
    expect(await authorizationOf(options)).toBe(header);
  });

  test("is asked for with each call", async () => {
    const keys = ["one", "two"];
    const apiKey = (): string => keys.shift() ?? "none";
    expect(await authorizationOf({ ...platform, apiKey })).toBe("Api-Key one");
    expect(await authorizationOf({ ...platform, apiKey })).toBe("Api-Key two");
  });

  test("is not asked for where the caller has an authorization of his own", async () => {
    const apiKey = vi.fn(() => "k");
    await authorizationOf({ ...platform, apiKey, headers: { authorization: "Own x" } });
    expect(apiKey).not.toHaveBeenCalled();
  });

  test("is missed on the platform, by the names of the option and the variable", async () => {
    vi.stubEnv("BASETEN_API_KEY", "");
    const { message, help } = (await refusalOf(platform)) as ChainConfigError;
    expect(help).toBe("Copy a key of your Baseten workspace; the mock takes any.");
    expect(message).toBe("Hello: there is no API key: give `apiKey`, or set BASETEN_API_KEY");
    expect(await authorizationOf(loopback)).toBe(null);
  });

  test.each<[string, unknown]>([
    ["there is no process", undefined],
    ["a process has no environment", {}],
    [
      "the environment may not be read",
      {
        env: new Proxy(
          {},
          {
            get: () => {
              throw new Error("NotCapable");
            },
          },
        ),
      },
    ],
  ])("is missed where %s", async (_, process) => {
    vi.stubEnv("BASETEN_API_KEY", "env.1");
    expect((await withProcess(process, () => refusalOf(platform))).message).toContain("BASETEN_API_KEY");
  });

  test.each<[CallOptions["apiKey"], string | null]>([
    ["k", "Api-Key k"],
    [null, null],
  ])("is not looked for in the environment where %j is given", async (apiKey, header) => {
    const env = vi.fn();
    const process = Object.defineProperty({}, "env", { get: env });
    expect(await withProcess(process, () => authorizationOf({ ...platform, apiKey }))).toBe(header);
    expect(env).not.toHaveBeenCalled();
  });

  test.each(["", " ", "se cret", "secret\n", "secret\r\nx: y", "sécret", "Api-Key secret", "\0secret"])(
    "is refused unseen when it is %j",
    async (apiKey) => {
      const error = await refusalOf({ ...platform, apiKey });
      expect(inspect(error)).not.toMatch(/s.?cret/);
      expect(error).toHaveProperty("help", expect.stringContaining("Copy a key"));
    },
  );

  test("is refused when its function gives nothing, and a failure of the function is the cause", async () => {
    const none: object = { apiKey: () => undefined };
    const cause = new Error("vault is shut");
    expect((await refusalOf({ ...loopback, ...none })).message).toContain("no API key");
    expect((await refusalOf({ ...platform, apiKey: () => Promise.reject(cause) })).cause).toBe(cause);
  });

  test("is refused with another scheme than the two", async () => {
    const scheme: object = { authScheme: "Basic\nx" };
    await refusalOf({ ...platform, apiKey: "k", ...scheme });
  });

  test.each(["http://h.test", "http://127.0.0.1.h.test", "http://localhost.h.test", "http://10.0.0.1", "http://[::2]"])(
    "does not go to %s",
    async (baseUrl) => {
      expect((await refusalOf({ baseUrl, apiKey: "k" })).message).toContain("not sent over http: give https");
      expect(await authorizationOf({ baseUrl, apiKey: null })).toBe(null);
    },
  );

  test.each([
    "https://h.test",
    "http://localhost:1",
    "http://x.localhost",
    "http://127.9.9.9",
    "http://[::1]:2",
    "http://2130706433",
  ])("goes to %s", async (baseUrl) => {
    expect(await authorizationOf({ baseUrl, apiKey: "k" })).toBe("Api-Key k");
  });
});

describe("the secret", () => {
  const apiKey = "s3cr3t.t0k3n";

  function everythingIn(error: unknown): string {
    if (!(error instanceof Error)) return inspect(error, { depth: 9, showHidden: true });
    const own = [error.message, error.stack, JSON.stringify(error), inspect(error, { depth: 9, showHidden: true })];
    return [...own, error.cause === undefined ? "" : everythingIn(error.cause)].join("\n");
  }

  test("is in no error, even when the server shows what it got", async () => {
    const echo = await serve((response, { path, headers }) => {
      const status = Number(path.split("/")[1]);
      response.writeHead(status, { "x-baseten-error-code": "600" }).end(JSON.stringify({ error: headers }));
    });
    for (const status of [200, 400, 401, 429, 500]) {
      const baseUrl = `${echo.origin}/${status}`;
      expect(everythingIn(await rejectionOf(invoke(hello, {}, { baseUrl, apiKey, retry: false })))).not.toContain(
        apiKey,
      );
    }
    expect(echo.asked.map(({ headers }) => headers.authorization)).toContain(`Api-Key ${apiKey}`);
  });

  test.each(['s3cr"t.t0k3n', "s3cr\\t.t0k3n", "s3cr3t/+=&<"])("is in no error when it is %s", async (key) => {
    const echo = await serve((response, { headers }) =>
      response.writeHead(401).end(JSON.stringify({ error: headers })),
    );
    const echoText = await serve((response, { headers }) =>
      response.writeHead(401).end(JSON.stringify({ error: headers.authorization })),
    );
    for (const { origin } of [echo, echoText]) {
      const error = await rejectionOf(invoke(hello, {}, { baseUrl: origin, apiKey: key }));
      const { message, body } = error as AnyChainError & { body: string };
      expect([message, body].join()).not.toContain(key);
      expect([message, body].join()).not.toContain(JSON.stringify(key).slice(1, -1));
      expect(message).toContain("[key]");
    }
  });

  test("is in no error of a broken connection, an answer that breaks off, a time limit or a success that is none", async () => {
    const broken = await serve((response) =>
      response.writeHead(200, { "content-length": "9" }).write("x", () => response.destroy()),
    );
    const silent = await serve(() => {});
    const page = await serve((response, { headers }) => response.end(`<p>${headers.authorization}`));
    const calls: CallOptions[] = [
      { baseUrl: "http://127.0.0.1:1" },
      { baseUrl: broken.origin },
      { baseUrl: silent.origin, timeoutMs: 20 },
      { baseUrl: page.origin },
    ];
    const errors = await Promise.all(
      calls.map((options) => rejectionOf(invoke(hello, {}, { ...options, apiKey, retry: false }))),
    );
    expect(errors.map((error) => (error as Error).name)).toStrictEqual([
      "ChainConnectionError",
      "ChainConnectionError",
      "ChainTimeoutError",
      "ChainDecodeError",
    ]);
    expect(errors.map(everythingIn).join()).not.toContain(apiKey);
  });
});
