import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { everythingIn, formsOf } from "../../../../tests/support/everything-in.js";
import { invokeBinary } from "../../src/binary/index.js";
import { type CallOptions, invoke, invokeAsync, queueStatus, reattach, wake } from "../../src/index.js";
import { hello, rejectionOf } from "../support/chain.js";
import { rawAnswer, serveRaw } from "../support/raw-server.js";
import { serve, type TestServer } from "../support/server.js";

const apiKey = 'uniq"ue.K3y\\0f-this/test';
const writtenForms = formsOf(apiKey);

afterEach(() => {
  vi.restoreAllMocks();
});

/** Everything that is printed from now on. */
function printed(): () => string {
  const outputs = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, "write").mockReturnValue(true));
  const methods = (["log", "info", "warn", "error", "debug", "trace"] as const).map((name) =>
    vi.spyOn(console, name).mockReturnValue(),
  );
  return () =>
    inspect(
      [...outputs, ...methods].map(({ mock }) => mock.calls),
      { depth: 5 },
    );
}

/** A server that shows the headers it got in an answer of this status and shape. */
const echo = (status: number, shape: (shown: string) => string, headers: Record<string, string> = {}) => {
  return async (): Promise<CallOptions> => {
    const { origin } = await serve((response, asked) => {
      response.writeHead(status, headers).end(shape(asked.headers.authorization ?? ""));
    });
    return { baseUrl: origin };
  };
};

/** A server that shows the key as the id of the request; without a body, that breaks off. */
const idOf = (status: number, body: string | undefined) => async (): Promise<CallOptions> => {
  return at(
    serve((response, { headers }) => {
      response.writeHead(status, {
        "x-baseten-request-id": headers.authorization,
        "content-length": body?.length ?? 9,
      });
      if (body === undefined) response.write("x", () => response.destroy());
      else response.end(body);
    }),
  );
};

const json = (shape: (shown: string) => unknown) => (shown: string) => JSON.stringify(shape(shown));
const error = json((shown) => ({ error: `refused: ${shown}` }));
const at = async (server: Promise<TestServer>): Promise<CallOptions> => ({ baseUrl: (await server).origin });

const faults: [title: string, options: () => Promise<CallOptions>][] = [
  ["a refused connection", () => Promise.resolve({ baseUrl: "http://127.0.0.1:1" })],
  ["an unknown host", () => Promise.resolve({ baseUrl: "https://nowhere.invalid" })],
  [
    "a TLS handshake that fails",
    async () => ({ baseUrl: (await serveRaw((it) => it.end("no"))).origin.replace("http:", "https:") }),
  ],
  ["a reset before the headers", async () => ({ baseUrl: (await serveRaw((it) => it.resetAndDestroy())).origin })],
  ["headers that are none", async () => ({ baseUrl: (await serveRaw((it) => it.end("no HTTP"))).origin })],
  [
    "headers that break off",
    async () => ({ baseUrl: (await serveRaw((it) => it.end("HTTP/1.1 200 OK\r\nx-a: "))).origin }),
  ],
  [
    "a body that breaks off",
    async () => ({
      baseUrl: (await serveRaw((it) => it.end(rawAnswer(200, '"x"', { "content-length": "9" })))).origin,
    }),
  ],
  [
    "a body that is not gzip",
    async () => ({
      baseUrl: (await serveRaw((it) => it.end(rawAnswer(200, '"x"', { "content-encoding": "gzip" })))).origin,
    }),
  ],
  ["silence", async () => ({ ...(await at(serve(() => {}))), timeoutMs: 30 })],
  ["an abort", async () => ({ ...(await at(serve(() => {}))), signal: AbortSignal.timeout(30) })],
  ["an empty success", echo(200, () => "")],
  ["a page for a success", echo(200, (shown) => `<p>${shown}`)],
  ["a 204", echo(204, () => "")],
  ["a marked success", echo(200, error, { "x-baseten-error-code": "600" })],
  ...[400, 401, 402, 403, 404, 413, 422, 429, 500, 502, 503, 504].map(
    (status): [string, () => Promise<CallOptions>] => [`a ${status} that shows the key`, echo(status, error)],
  ),
  ["a 502 page that shows the key", echo(502, (shown) => `<html>${shown}</html>`)],
  [
    "a 503 text that shows the key",
    echo(
      503,
      json((shown) => shown),
    ),
  ],
  [
    "an input error that shows the key",
    echo(
      400,
      json((shown) => ({ error: `Input Parsing Error:\n  \`a\`: ${shown}.` })),
    ),
  ],
  [
    "an exception that shows the key",
    echo(
      500,
      json((shown) => ({
        error: {
          exception_cls_name: "E",
          exception_message: shown,
          user_stack_trace: [{ filename: shown, lineno: 1, name: shown, line: shown }],
        },
      })),
    ),
  ],
  ["a request id that shows the key", idOf(500, '{"error":"no"}')],
  ["a request id that shows the key, with a success that is none", idOf(200, "no")],
  ["a request id that shows the key, with a body that breaks off", idOf(200, undefined)],
  ["a storm with Retry-After", echo(429, error, { "retry-after": "0" })],
  ["a redirect that is not followed", echo(302, error, { location: "/elsewhere" })],
  [
    "a redirect to another origin",
    async () => {
      const other = await serve((response, { headers }) => response.writeHead(500).end(JSON.stringify(headers)));
      return at(serve((response) => response.writeHead(307, { location: `${other.origin}/` }).end()));
    },
  ],
  ["a redirect without an end", echo(307, () => "", { location: "/again" })],
  ["an address that takes no key", () => Promise.resolve({ baseUrl: "http://h.test" })],
  ["an address that is none", () => Promise.resolve({ baseUrl: "nowhere" })],
  ["headers that cannot be sent", () => Promise.resolve({ baseUrl: "https://h.test", headers: { "x y": "1" } })],
];

describe("the key is nowhere but in its header, after", () => {
  test.each(faults)("%s", async (_, optionsOf) => {
    const output = printed();
    const onRetry = vi.fn();
    const retry = { maxAttempts: 2, initialDelayMs: 1, when: () => true, onRetry };
    const options: CallOptions = { apiKey: () => apiKey, retry, ...(await optionsOf()) };
    const queued = { ...options, target: undefined, webhookEndpoint: null };
    const failures = [
      await rejectionOf(invoke(hello, {}, options)),
      await rejectionOf(invokeAsync(hello, {}, queued)),
      await rejectionOf(reattach(hello, "r1", queued).status()),
      await rejectionOf(queueStatus(hello, queued)),
      await wake(hello, queued).catch((reason: unknown) => reason),
    ];
    const shown = [...failures, ...onRetry.mock.calls].map(everythingIn).join("\n") + output();
    expect(writtenForms.filter((form) => shown.includes(form))).toStrictEqual([]);
  });

  test("an answer in binary form with an array that has the key for a dtype", async () => {
    const { origin } = await serve((response, { headers: { authorization = "" } }) => {
      // The map that msgpack_numpy makes of an array, with bytes as its keys.
      const dtype = `\xd9${String.fromCharCode(authorization.length)}${authorization}`;
      const array = `\x85\xc4\x02nd\xc3\xc4\x04type${dtype}\xc4\x04kind\xc4\x00\xc4\x05shape\x91\x00\xc4\x04data\xc4\x00`;
      response.writeHead(200, { "content-type": "application/octet-stream" }).end(array, "latin1");
    });
    const failure = await rejectionOf(invokeBinary(hello, {}, { baseUrl: origin, apiKey }));
    expect(failure).toHaveProperty(
      "message",
      'Hello: the answer cannot be read: an array of dtype "Api-Key [key]" is not supported: only numbers and booleans are',
    );
    const shown = everythingIn(failure);
    expect(writtenForms.filter((form) => shown.includes(form))).toStrictEqual([]);
  });

  test("a call that succeeds", async () => {
    const output = printed();
    const server = await serve((response) => response.end('{"request_id":"r1"}'));
    const options = { baseUrl: server.origin, apiKey, webhookEndpoint: null };
    const handle = await invokeAsync(hello, {}, options);
    const shown = everythingIn(handle) + output();
    expect(writtenForms.filter((form) => shown.includes(form))).toStrictEqual([]);
    expect(server.asked[0]?.headers.authorization).toBe(`Api-Key ${apiKey}`);
    expect(JSON.stringify([server.asked[0]?.path, server.asked[0]?.body])).not.toContain("uniq");
  });
});
