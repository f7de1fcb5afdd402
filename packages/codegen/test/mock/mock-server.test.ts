import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import { type MockRequest, startMock } from "../../src/mock/mock-server.js";
import { exchange } from "./raw-http.js";
import { signatureOf, withMock } from "./start-mock.js";

const hello = signatureOf({ names: { type: "array", items: { type: "string" } } }, { type: "string" });
const input = JSON.stringify({ names: ["Ada"] });

function post(url: string, headers: Record<string, string> = {}, body: string = input): Promise<Response> {
  return fetch(url, { method: "POST", headers, body });
}

describe("the platform's routes", () => {
  test.each([
    "/production/run_remote",
    "/development/run_remote",
    "/environments/staging%20eu/run_remote",
    "/deployment/abc123/run_remote",
    "/run_remote",
  ])("%s answers a call with a key, and only that", async (path) => {
    await withMock({ signature: hello, answer: "hi" }, async ({ url }) => {
      const answered = await post(url + path, { authorization: "Api-Key abc.def" });
      expect([answered.status, await answered.json()]).toStrictEqual([200, "hi"]);
      expect(answered.headers.get("x-baseten-request-id")).toMatch(/^[0-9a-f-]{36}$/);
      const refused = await post(url + path);
      expect(refused.status).toBe(401);
      expect(refused.headers.get("x-baseten-error-source")).toBeNull();
      expect(await refused.json()).toStrictEqual({
        error:
          "Unauthorized: the mock wants a key, and any will do: " +
          '`BASETEN_API_KEY=anything`, `apiKey: "anything"` or the header `Authorization: Api-Key anything`',
      });
    });
  });

  test.each([
    ["Api-Key k", 200],
    ["Bearer k", 200],
    ["bearer k", 200],
    ["Api-Key ", 401],
    ["Basic k", 401],
    ["k", 401],
  ])("the authorization %j gets %i", async (authorization, status) => {
    await withMock({ signature: hello, answer: "hi" }, async ({ url }) => {
      expect((await post(`${url}/production/run_remote`, { authorization })).status).toBe(status);
    });
  });

  test.each([
    "/environments/run_remote",
    "/environments/a/b/run_remote",

    "/staging/run_remote",
  ])("%s is none of them", async (path) => {
    await withMock({ signature: hello, answer: "hi" }, async ({ url }) => {
      expect((await post(url + path, { authorization: "Api-Key k" })).status).toBe(404);
    });
  });

  test("a mismatch gets the container's answer", async () => {
    await withMock({ signature: hello }, async ({ url }) => {
      const response = await post(`${url}/production/run_remote`, { authorization: "Bearer k" }, '{"names": "Ada"}');
      expect(response.status).toBe(400);
      expect(response.headers.get("x-baseten-error-source")).toBe("04");
      expect(response.headers.get("x-baseten-error-code")).toBe("700");
      expect(await response.json()).toStrictEqual({
        error: "Input Parsing Error:\n  `names`: Input should be a valid list.",
      });
    });
  });
});

test.each([
  [{ allOf: [hello.input ?? true] }, '{"names": []}', "{}"],
  [{ oneOf: [{ required: ["a"] }, { required: ["b"] }] }, '{"b": 1}', "{}"],
  [{ properties: { a: true }, additionalProperties: false }, '{"a": 1}', '{"b": 1}'],
])("plain JSON Schemas may say more of arguments than fields: %#", async (plain, fitting, wrong) => {
  const signature = { ...hello, input: { type: "object", ...plain } };
  await withMock({ signature }, async ({ url }) => {
    const statuses = [fitting, wrong].map(async (body) => (await post(`${url}/invocations`, {}, body)).status);
    expect(await Promise.all(statuses)).toStrictEqual([200, 400]);
  });
});

describe("what cannot be served is a diagnostic", () => {
  test("a port in use", async () => {
    await withMock({ signature: hello }, async ({ url }) => {
      const port = Number(new URL(url).port);
      expect(await startMock({ signature: hello }, port)).toStrictEqual({
        ok: false,
        diagnostics: [
          {
            code: "TC501",
            severity: "error",
            message: `port ${port} is in use`,
            help: "choose another port, or leave it out to get a free one",
          },
        ],
      });
    });
  });

  test.each([70_000, -1, 1.5])("the port %d", async (port) => {
    const start = await startMock({ signature: hello }, port);
    expect(start.ok ? [] : start.diagnostics.map(({ code }) => code)).toStrictEqual(["TC501"]);
  });

  test("an answer that the chain does not give", async () => {
    expect(await startMock({ signature: hello, answer: 1 }, 0)).toStrictEqual({
      ok: false,
      diagnostics: [
        {
          code: "TC502",
          severity: "error",
          message: "the answer is not something that Chain returns",
          notes: ["the answer: Input should be a valid string."],
          help: "change the answer, or leave it out to get samples",
        },
      ],
    });
  });

  test("an output without any value", async () => {
    const start = await startMock({ signature: signatureOf({}, { type: "integer", minimum: 2, maximum: 1 }) }, 0);
    expect(start.ok ? [] : start.diagnostics.map(({ code }) => code)).toStrictEqual(["TC504"]);
  });

  test.each([
    ["input", signatureOf({ a: { type: "nothing" } }, { type: "string" })],
    ["output", signatureOf({}, { $ref: "#/$defs/Nothing" })],
  ])("an %s that is no schema", async (_side, signature) => {
    const start = await startMock({ signature }, 0);
    expect(start.ok ? [] : start.diagnostics.map(({ code }) => code)).toStrictEqual(["TC505"]);
  });
});

test("each request is told once", async () => {
  const lines: MockRequest[] = [];
  const onRequest = (line: MockRequest): void => void lines.push(line);
  await withMock({ signature: hello, answer: "hi", onRequest }, async ({ url }) => {
    await (await post(`${url}/v1/models/model:predict?x=1`)).text();
    await (await fetch(`${url}/nope`)).text();
  });
  expect(lines.map(({ method, target, status }) => [method, target, status])).toStrictEqual([
    ["POST", "/v1/models/model:predict?x=1", 200],
    ["GET", "/nope", 404],
  ]);
});

test("why a request was refused is told in one short line, without its key", async () => {
  const lines: MockRequest[] = [];
  const key = "s3cr3t";
  const input = { type: "object", additionalProperties: { type: "integer" } };
  const signature = signatureOf({ names: input }, { type: "string" });
  await withMock({ signature, onRequest: (line) => lines.push(line) }, async ({ url }) => {
    for (const authorization of [undefined, `Basic ${key}`, `Api-Key ${key}`]) {
      const headers = authorization === undefined ? {} : { authorization };
      const names = { "a\nb\u001b[2J": "x", [`c${"c".repeat(1000)}`]: "x" };
      await (await fetch(`${url}/run_remote`, { method: "POST", headers, body: JSON.stringify({ names }) })).text();
    }
  });
  const [none, other, wrong] = lines.map(({ reason }) => reason);
  expect(none).toBe("no key");
  expect(other).toBe("a key in another form than `Api-Key …`");
  expect(wrong).toContain("Input Parsing Errors: `names.a b [2J`: Input should be a valid integer");
  expect(wrong).toHaveLength(121);
  expect(JSON.stringify(lines)).not.toContain(key);
});

test("a defaulted argument takes null, and an argument without default does not", async () => {
  const signature = signatureOf({ a: { type: "integer" }, b: { type: "integer", default: 1 } }, { type: "null" });
  const optional = { ...signature, input: { ...signature.input, required: ["a"] } };
  await withMock({ signature: optional }, async ({ url }) => {
    const predict = `${url}/v1/models/model:predict`;
    expect((await post(predict, {}, '{"a": 1, "b": null}')).status).toBe(200);
    expect(await (await post(predict, {}, '{"a": null, "b": "x"}')).json()).toStrictEqual({
      error:
        "Input Parsing Errors:\n  `a`: Input should be a valid integer.\n" +
        "  `b`: Input should be a valid integer, unable to parse string as an integer.",
    });
  });
});

const array = {
  type: "object",
  properties: {
    data_b64: { type: "string" },
    shape: { type: "array", items: { type: "integer" } },
    dtype: { type: "string" },
  },
  required: ["data_b64", "shape", "dtype"],
};

describe("a bad numpy array fails the call as the real server does", () => {
  const shape = "Invalid data, shape, or dtype for NumPy array: ";
  test.each([
    ["@@@", [2, 3], "int32", `${shape}cannot reshape array of size 0 into shape (2,3)`],
    ["AAAAAAEAAAA=", [2], "nope", `${shape}data type 'nope' not understood`],
    ["AAAAAAEAAAA=", [4], "int32", `${shape}cannot reshape array of size 2 into shape (4,)`],
    ["__79_A==", [1], "int32", `${shape}buffer size must be a multiple of element size`],
    [
      "A",
      [1],
      "int32",
      `${shape}Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4`,
    ],
    ["AA", [1], "int8", `${shape}Incorrect padding`],
  ])("%j %j %j", async (data, sides, dtype, fault) => {
    const body = JSON.stringify({ x: { data_b64: data, shape: sides, dtype } });
    await withMock({ signature: signatureOf({ x: array }, { type: "null" }) }, async ({ url }) => {
      const response = await post(`${url}/v1/models/model:predict`, {}, body);
      expect([response.status, response.headers.get("x-baseten-error-code"), await response.json()]).toStrictEqual([
        500,
        "500",
        { error: `Unhandled exception: TypeError: numpy_array_validation${fault}` },
      ]);
    });
  });

  test.each([
    ["null", "None"],
    ["[1.5, true]", "[1.5, True]"],
    ['{"shape": [1]}', "{'shape': [1]}"],
    ['"abc"', "abc"],
  ])("%s", async (value, shown) => {
    await withMock({ signature: signatureOf({ x: array, y: array }, { type: "null" }) }, async ({ url }) => {
      const response = await post(`${url}/v1/models/model:predict`, {}, `{"x": ${value}}`);
      const expected = "Expected a NumPy array or a dictionary with keys {'shape', 'data_b64', 'dtype'}.";
      expect(await response.json()).toStrictEqual({
        error: `Unhandled exception: TypeError: numpy_array_validation\n${expected}\nGot:\n${shown}`,
      });
    });
  });

  test.each([
    ["AAAAAAEAAAA=", [2, 1], "int32"],
    ["", [0, 4], "float16"],
    ["AAEBAA==", [2], ">i2"],
    ["AAAAAAEAAAA=", [-1], "<f4"],
    ["YQAAAA==", [1], "<U1"],
  ])("%j %j %j is taken", async (data, sides, dtype) => {
    const body = JSON.stringify({ x: { data_b64: data, shape: sides, dtype, order: "C" } });
    await withMock({ signature: signatureOf({ x: array }, { type: "null" }) }, async ({ url }) => {
      expect((await post(`${url}/v1/models/model:predict`, {}, body)).status).toBe(200);
    });
  });
});

test("the schema document describes arrays, computed fields and decimals as the real one does", async () => {
  const total = { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$", title: "Total" };
  const Report = {
    type: "object",
    title: "Report",
    properties: { array, total, count: { type: "integer", readOnly: true }, note: { type: "string", default: "" } },
    required: ["array", "total", "count", "note"],
  };
  const signature = signatureOf({}, { $defs: { Report }, type: "array", items: { $ref: "#/$defs/Report" } });
  await withMock({ signature }, async ({ url }) => {
    const document: unknown = await (await fetch(`${url}/v1/models/model/schema`)).json();
    expect(document).toStrictEqual({
      input_schema: { properties: {}, title: "ChainInput", type: "object" },
      output_schema: {
        $defs: {
          Report: {
            properties: {
              array: {
                properties: {
                  data: { format: "byte", type: "string" },
                  shape: { items: { type: "integer" }, minItems: 1, type: "array" },
                  dtype: { type: "string" },
                },
                required: ["data", "shape", "dtype"],
                type: "object",
              },
              total: { anyOf: [{ type: "number" }, { pattern: total.pattern, type: "string" }], title: "Total" },
              note: { type: "string", default: "" },
            },
            required: ["array", "total"],
            title: "Report",
            type: "object",
          },
        },
        items: { $ref: "#/$defs/Report" },
        title: "RootModel[list[Report]]",
        type: "array",
      },
      supports_streaming: false,
    });
  });
});

test("a body over the limit is refused before it is sent", async () => {
  await withMock({ signature: hello }, async ({ url }) => {
    const head = "POST /run_remote HTTP/1.1\r\nhost: x\r\ncontent-length: 104857601\r\n\r\n";
    const [answer] = await exchange(url, Buffer.from(head));
    expect([answer?.status, answer?.headers.get("connection")]).toStrictEqual([413, "close"]);
  });
});

test("two requests on one connection are both answered", async () => {
  await withMock({ signature: hello, answer: "hi" }, async ({ url }) => {
    const request = `POST /invocations HTTP/1.1\r\nhost: x\r\ncontent-length: ${input.length}\r\n\r\n${input}`;
    const answers = await exchange(url, Buffer.from(request + request));
    expect(answers.map(({ status, body }) => [status, body])).toStrictEqual([
      [200, '"hi"'],
      [200, '"hi"'],
    ]);
  });
});

test("the connection ends after an exception that the server did not expect, though the answer does not say so", async () => {
  await withMock({ signature: hello }, async ({ url }) => {
    const before = performance.now();
    const socket = connect(Number(new URL(url).port), "127.0.0.1");
    socket.write(
      "POST /invocations HTTP/1.1\r\nhost: x\r\ncontent-type: application/octet-stream\r\ncontent-length: 0\r\n\r\n",
    );
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    const answer = Buffer.concat(chunks).toString();
    expect(answer).toContain("Unhandled exception: ValueError: Unpack failed: incomplete input");
    expect(answer).not.toMatch(/^connection: close/im);
    // An idle connection ends too, but after five seconds.
    expect(performance.now() - before).toBeLessThan(3000);
  });
});

test("stopping does not wait for idle connections", async () => {
  const start = await startMock({ signature: hello, answer: "hi" }, 0);
  if (!start.ok) throw new Error("the mock did not start");
  await (await post(`${start.server.url}/invocations`)).text();
  const before = performance.now();
  await start.server.close();
  expect(performance.now() - before).toBeLessThan(500);
  await expect(post(`${start.server.url}/invocations`)).rejects.toThrow();
});

describe("an answer that is a function", () => {
  const answer = ({ names }: { names: readonly string[] }): unknown => {
    if (names.length === 0) throw new RangeError("nobody is here");
    return names.length === 1 ? names[0] : names;
  };
  const call = (url: string, names: readonly string[]): Promise<Response> =>
    post(`${url}/production/run_remote`, { authorization: "Api-Key k" }, JSON.stringify({ names }));

  test("makes the result of the input", async () => {
    await withMock({ signature: hello, answer }, async ({ url }) => {
      expect(await (await call(url, ["Ada"])).json()).toBe("Ada");
      expect(await (await call(url, ["Grace"])).json()).toBe("Grace");
    });
  });

  test("raises in the chain what it throws", async () => {
    await withMock({ signature: hello, answer }, async ({ url }) => {
      const response = await call(url, []);
      expect([response.status, await response.json()]).toMatchObject([
        500,
        { error: { exception_cls_name: "RangeError", exception_message: "nobody is here" } },
      ]);
    });
  });

  test.each([
    ["a text", "nobody", "nobody"],
    ["an object", { who: "nobody" }, "{ who: 'nobody' }"],
    ["what has no text of its own", Object.create(null), "[Object: null prototype] {}"],
  ])("may throw %s", async (_, thrown: unknown, message) => {
    const thrower = (): never => {
      throw thrown;
    };
    await withMock({ signature: hello, answer: thrower }, async ({ url }) => {
      expect(await (await call(url, [])).json()).toMatchObject({ error: { exception_message: message } });
    });
  });

  test("is told what does not fit", async () => {
    await withMock({ signature: hello, answer }, async ({ url }) => {
      const response = await call(url, ["Ada", "Grace"]);
      expect([response.status, await response.json()]).toStrictEqual([
        500,
        {
          error:
            "the mock's `answer` is not something that the chain returns: the answer: Input should be a valid string.",
        },
      ]);
    });
  });

  test.each([
    ["is fulfilled", (): Promise<unknown> => Promise.resolve("Ada")],
    ["is rejected", (): Promise<unknown> => Promise.reject(new RangeError("nobody is here"))],
  ])("is told that it may give no promise, also one that %s", async (_, later) => {
    await withMock({ signature: { ...hello, output: {} }, answer: later }, async ({ url }) => {
      const response = await call(url, ["Ada"]);
      expect([response.status, await response.json()]).toStrictEqual([
        500,
        { error: "the mock's `answer` gives a promise: it has to be a function that is not `async`" },
      ]);
    });
  });

  test("gives the parts of a stream, or none where it throws", async () => {
    const reasons: (string | undefined)[] = [];
    const signature = { ...hello, transport: "text-stream" } as const;
    const parts = (input: { names: readonly string[] }): readonly string[] => {
      if (input.names.length === 0) throw new RangeError("nobody is here");
      return input.names;
    };
    await withMock({ signature, answer: parts, onRequest: ({ reason }) => reasons.push(reason) }, async ({ url }) => {
      expect(await (await call(url, ["Ada", "Grace"])).text()).toBe("AdaGrace");
      const ended = await call(url, []);
      expect([ended.status, await ended.text()]).toStrictEqual([200, ""]);
    });
    expect(reasons).toStrictEqual([undefined, "RangeError: nobody is here"]);
  });

  test("is refused for a websocket, which has no input", async () => {
    const start = await startMock({ signature: { ...hello, transport: "websocket" }, answer }, 0);
    expect(start).toMatchObject({ ok: false, diagnostics: [{ code: "TC502" }] });
  });
});
