import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { type ChainInputError, invoke } from "../../src/index.js";
import { hello, recordingFetch, rejectionOf } from "../support/chain.js";

async function bodyOf(input: unknown): Promise<unknown> {
  const { fetch, sent } = recordingFetch();
  await invoke(hello, input as Record<string, unknown>, { chainId: "abc", apiKey: null, fetch });
  return sent[0]?.init.body;
}

async function problemsOf(input: unknown): Promise<ChainInputError["problems"]> {
  const { fetch, sent } = recordingFetch();
  const call = invoke(hello, input as Record<string, unknown>, { chainId: "abc", apiKey: null, fetch });
  const error = (await rejectionOf(call)) as ChainInputError;
  expect(sent).toStrictEqual([]);
  expect(error).toMatchObject({ name: "ChainInputError", status: undefined, retryable: false });
  return error.problems;
}

class Point {
  x = 1;
}

describe("an input that JSON can say", () => {
  const shared = { a: null };
  const deep = JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown;

  test.each<[string, object, string]>([
    ["nothing", {}, "{}"],
    ["values of all kinds", { a: [1, "x", true, null, {}] }, '{"a":[1,"x",true,null,{}]}'],
    ["undefined properties, which are left out", { a: undefined, b: { c: undefined } }, '{"b":{}}'],
    ["one object in two places", { a: shared, b: [shared, shared] }, '{"a":{"a":null},"b":[{"a":null},{"a":null}]}'],
    ["an object with toJSON", { a: { toJSON: () => ({ b: null }) } }, '{"a":{"b":null}}'],
    ["a URL", { a: new URL("https://h.test/"), b: null }, '{"a":"https://h.test/","b":null}'],
    ["an instance of a class further in", { a: new Point(), b: null }, '{"a":{"x":1},"b":null}'],
    ["the text of a date", { a: new Date(0).toISOString() }, '{"a":"1970-01-01T00:00:00.000Z"}'],
    ["an object without prototype", Object.assign(Object.create(null) as object, { a: 1 }), '{"a":1}'],
    ["an object of another realm", runInNewContext("({ a: [null] })") as object, '{"a":[null]}'],
    [
      "keys like those of every object",
      JSON.parse('{"__proto__":null,"toString":{}}') as object,
      '{"__proto__":null,"toString":{}}',
    ],
    ["a lone surrogate, escaped", { a: "\ud800" }, '{"a":"\\ud800"}'],
    ["deep nesting", { deep, none: null }, JSON.stringify({ deep, none: null })],
  ])("is sent: %s", async (_, input, body) => {
    expect(await bodyOf(input)).toBe(body);
  });

  test("is read once, where nothing looks lost", async () => {
    let reads = 0;
    const input = {
      a: {
        get b() {
          reads += 1;
          return 1;
        },
      },
    };
    await bodyOf(input);
    expect(reads).toBe(1);
  });
});

describe("what JSON cannot say is refused, with its path", () => {
  const cyclic: Record<string, unknown> = { a: { b: [1] } };
  cyclic["a"] = { b: [1, cyclic] };
  const hole: number[] = [1];
  hole[2] = 2;

  test.each<[string, unknown, ChainInputError["problems"]]>([
    ["NaN", { a: { b: [1, NaN] } }, [{ path: ["a", "b", 1], message: "JSON has no NaN" }]],
    ["infinities", { a: -Infinity }, [{ path: ["a"], message: "JSON has no -Infinity" }]],
    ["a bigint", { a: [{ n: 1n }] }, [{ path: ["a", 0, "n"], message: "JSON has no BigInt" }]],
    ["undefined in an array", { a: [undefined] }, [{ path: ["a", 0], message: "JSON has no Undefined" }]],
    ["a hole in an array", { a: hole }, [{ path: ["a", 1], message: "JSON has no Undefined" }]],
    ["a function", { a: () => 1 }, [{ path: ["a"], message: "JSON has no Function" }]],
    ["a function in an array", { a: [() => 1] }, [{ path: ["a", 0], message: "JSON has no Function" }]],
    ["a symbol", { b: 1, a: Symbol("s") }, [{ path: ["a"], message: "JSON has no Symbol" }]],
    ["a Map", { a: new Map([["k", 1]]) }, [{ path: ["a"], message: "JSON has no Map" }]],
    ["a Set", { a: [new Set([1])] }, [{ path: ["a", 0], message: "JSON has no Set" }]],
    ["a Date", { a: { b: new Date(0) } }, [{ path: ["a", "b"], message: "JSON has no Date" }]],
    ["an invalid Date", { a: new Date(NaN) }, [{ path: ["a"], message: "JSON has no Date" }]],
    ["a typed array", { a: new Uint8Array([7]) }, [{ path: ["a"], message: "JSON has no Uint8Array" }]],
    ["an empty typed array", { a: new Float32Array() }, [{ path: ["a"], message: "JSON has no Float32Array" }]],
    ["a Buffer", { a: Buffer.from("x") }, [{ path: ["a"], message: "JSON has no Uint8Array" }]],
    ["an ArrayBuffer", { a: new ArrayBuffer(1) }, [{ path: ["a"], message: "JSON has no ArrayBuffer" }]],
    ["a promise", { a: Promise.resolve(1) }, [{ path: ["a"], message: "JSON has no Promise" }]],
    ["an error", { a: new Error("x") }, [{ path: ["a"], message: "JSON has no Error" }]],
    ["a pattern", { a: /x/ }, [{ path: ["a"], message: "JSON has no RegExp" }]],
    ["a toJSON that gives null", { a: { toJSON: () => null } }, [{ path: ["a"], message: "its toJSON makes it null" }]],
    [
      "NaN that a toJSON gives",
      { a: { toJSON: () => ({ b: NaN }) } },
      [{ path: ["a", "b"], message: "JSON has no NaN" }],
    ],
    ["a cycle", cyclic, [{ path: ["a", "b", 1], message: "it contains itself" }]],
    [
      "a key like __proto__",
      JSON.parse('{"__proto__":[1e999]}'),
      [{ path: ["__proto__", 0], message: "JSON has no Infinity" }],
    ],
    [
      "two of them, after a sibling",
      { a: { x: [1, 2] }, b: { y: NaN }, c: [0, [1n]] },
      [
        { path: ["b", "y"], message: "JSON has no NaN" },
        { path: ["c", 1, 0], message: "JSON has no BigInt" },
      ],
    ],
  ])("%s", async (_, input, problems) => {
    expect(await problemsOf(input)).toStrictEqual(problems);
  });

  test.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["a text", "x"],
    ["a number", 1],
    ["an array", [{ a: 1 }]],
    ["a Map", new Map()],
    ["a promise", Promise.resolve({})],
    ["an instance of a class", new Point()],
    ["a function", () => ({})],
    ["an object that writes itself as a text", { toJSON: () => "x" }],
    ["an object that writes itself as nothing", { toJSON: () => undefined }],
  ])("an input that is %s", async (_, input) => {
    expect(await problemsOf(input)).toStrictEqual([{ path: [], message: "it must be a plain object" }]);
  });

  test.each<[string, unknown]>([
    ["\n  `chunks[0].start_s`: JSON has no NaN", { chunks: [{ start_s: NaN }] }],
    ["\n  `a[0][1]`: JSON has no NaN", { a: [[0, NaN]] }],
    ['\n  `["a b"].c`: JSON has no NaN', { "a b": { c: NaN } }],
    ['\n  `a["b.c"]["0"][""]`: JSON has no NaN', { a: { "b.c": { 0: { "": NaN } } } }],
    ['\n  `a["\\n\\""]`: JSON has no NaN', { a: { '\n"': NaN } }],
    ["\n  `größe.__proto__`: JSON has no Infinity", JSON.parse('{"größe":{"__proto__":1e999}}')],
    ["\n  `a`: JSON has no NaN\n  `b`: JSON has no BigInt", { a: NaN, b: 1n }],
    ["\n  it must be a plain object", []],
  ])("with paths as the server writes them: %s", async (lines, input) => {
    const call = invoke(hello, input as Record<string, unknown>, { chainId: "abc", apiKey: null });
    expect(await rejectionOf(call)).toHaveProperty("message", `Hello: the input was not sent:${lines}`);
  });

  test("a getter that throws, and nesting too deep, by their own words", async () => {
    const thrower = {
      get a() {
        throw new Error("not now");
      },
    };
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    expect(await problemsOf(thrower)).toStrictEqual([{ path: [], message: "Error: not now" }]);
    expect(await problemsOf({ deep })).toStrictEqual([
      { path: [], message: expect.stringContaining("RangeError") as string },
    ]);
  });

  test("at most twenty of many", async () => {
    expect(await problemsOf({ a: Array.from({ length: 1000 }, () => NaN) })).toHaveLength(20);
  });
});
