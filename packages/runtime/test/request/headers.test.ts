import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { type CallOptions, invoke } from "../../src/index.js";
import { hello, recordingFetch, rejectionOf } from "../support/chain.js";
import { serveBody } from "../support/server.js";

type Given = CallOptions["headers"];

async function headersOf(headers: Given): Promise<Record<string, string>> {
  const { fetch, sent } = recordingFetch();
  await invoke(hello, {}, { chainId: "abc", apiKey: null, headers, fetch });
  return Object.fromEntries(new Headers(sent[0]?.init.headers));
}

describe("headers", () => {
  const json = { "content-type": "application/json" };

  test.each<[string, Given, Record<string, string>]>([
    ["none", undefined, json],
    ["an object", { traceparent: "00-a", "X-B": "" }, { ...json, traceparent: "00-a", "x-b": "" }],
    ["a Headers", new Headers({ Traceparent: "00-a" }), { ...json, traceparent: "00-a" }],
    ["a Map", new Map([["x-a", "1"]]), { ...json, "x-a": "1" }],
    [
      "pairs, of which some repeat a name",
      [
        ["x-a", "1"],
        ["X-A", "2"],
      ],
      { ...json, "x-a": "1, 2" },
    ],
    ["another content type, which the body would not have", { "Content-Type": "text/plain" }, json],
    [
      "the names of an object's own methods",
      { constructor: "c", __proto__x: "p" },
      { ...json, constructor: "c", __proto__x: "p" },
    ],
  ])("are taken as %s", async (_, headers, expected) => {
    expect(await headersOf(headers)).toStrictEqual(expected);
  });

  test.each<[string, object]>([
    ["a line break", { "x-a": "hunter2\nx-b: y" }],
    ["a line break at the end", { "x-a": "hunter2\n" }],
    ["a return", { "x-a": "hunter2\r" }],
    ["a null character", { "x-a": "hunter2\0" }],
    ["a letter beyond Latin-1", { "x-a": "hunter2€" }],
    ["a name that is none", { "x a": "hunter2" }],
    ["an empty name", { "": "hunter2" }],
    ["a line break in the name", new Map([["x\n", "hunter2"]])],
    ["no text", { "x-a": undefined }],
    ["a number", { "x-a": 5 }],
  ])("with %s are refused without showing the value", async (_, given) => {
    const error = await rejectionOf(headersOf(given as Record<string, string>));
    expect(error).toHaveProperty("name", "ChainConfigError");
    expect(inspect(error)).not.toContain("hunter2");
  });

  test.each<[string, unknown]>([
    ["null", null],
    ["a text", "x-a: hunter2"],
    ["a number", 5],
    ["a list of no pairs", [5]],
    ["a list with nothing in it", [null]],
  ])("that are %s are refused by the name of the option", async (_, given) => {
    const error = await rejectionOf(headersOf(given as Record<string, string>));
    expect(error).toMatchObject({ name: "ChainConfigError", message: "Hello: `headers` cannot be sent" });
  });

  test("reach the server as they are", async () => {
    const { origin, asked } = await serveBody(200, "1");
    await invoke(hello, { a: "é" }, { baseUrl: origin, apiKey: "k", headers: { traceparent: "00-a" } });
    expect(asked).toMatchObject([
      {
        method: "POST",
        path: "/production/run_remote",
        body: '{"a":"é"}',
        headers: { "content-type": "application/json", authorization: "Api-Key k", traceparent: "00-a" },
      },
    ]);
  });
});
