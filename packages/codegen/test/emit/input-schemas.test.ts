import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  ClashArgumentsSchema,
  PingInputSchema,
  SearchInputSchema,
} from "../../../../fixtures/input-schemas/expected/index.js";
import { formatFile } from "../../src/emit/format.js";
import type { JsonSchema } from "../../src/signature.js";
import { emitClient, planClient } from "./support/client.js";
import { compileErrors } from "./support/compile.js";
import { moduleOf, objectOf, signatureOf } from "./support/generate.js";

describe("the schema of a chain's arguments, in ajv", () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const search = ajv.compile(SearchInputSchema);

  test.each<[string, unknown]>([
    ["the least", { query: { text: "sea" } }],
    ["models in themselves", { query: { text: "sea", boost: 2, children: [{ text: "wave", children: [] }] } }],
    ["all of it", { query: { text: "a" }, limit: 3, options: { languages: ["de"], when: null, box: [0, 1.5] } }],
    ["a union by its tag", { query: { text: "a" }, options: { when: { kind: "since", first: "2026-01-02" } } }],
  ])("takes %s", (_, input) => {
    expect(search(input), ajv.errorsText(search.errors)).toBe(true);
  });

  test.each<[string, unknown, string]>([
    ["nothing", {}, "data must have required property 'query'"],
    ["a text that is too short", { query: { text: "" } }, "data/query/text must NOT have fewer than 1 characters"],
    ["a fraction for an integer", { query: { text: "a" }, limit: 1.5 }, "data/limit must be integer"],
    ["null, which Python's default is not", { query: { text: "a" }, limit: null }, "data/limit must be integer"],
    [
      "another member of an enumeration",
      { query: { text: "a" }, options: { languages: ["fr"] } },
      "data/options/languages/0 must be equal to one of the allowed values",
    ],
    [
      "a mistake far inside",
      { query: { text: "a", children: [{ text: "b", children: [{ text: 1 }] }] } },
      "data/query/children/0/children/0/text must be string",
    ],
  ])("refuses %s", (_, input, message) => {
    expect(search(input)).toBe(false);
    expect(ajv.errorsText(search.errors)).toContain(message);
  });

  test("takes {} where a chain has no arguments", () => {
    expect(ajv.validate(PingInputSchema, {})).toBe(true);
    expect(ajv.validate(PingInputSchema, [])).toBe(false);
  });

  test("gives way to a model that has its name", () => {
    expect(ajv.validate(ClashArgumentsSchema, { schema: { fields: [] } })).toBe(true);
  });
});

test("a client has no schemas unless they are asked for", async () => {
  expect(await moduleOf({})).not.toContain("Schema");
});

test("that there is a schema changes nothing else in a client", async () => {
  const signature = signatureOf({ input: objectOf({ names: { type: "array", items: { type: "string" } } }) });
  const plain = await filesOf({ signature, source: "hello.py" });
  const files = await filesOf({ signature, source: "hello.py", schemas: true });
  expect(files.get("hello.ts")).toBe(plain.get("hello.ts"));
  expect([...files.keys()]).toStrictEqual(["hello.ts", "hello.schema.ts", "index.ts"]);
  expect(files.get("index.ts")).toBe(`${plain.get("index.ts")}export { HelloInputSchema } from "./hello.schema.js";\n`);
});

test("a websocket has no arguments, and no schema", async () => {
  const signature = { formatVersion: 1, name: "Hello", transport: "websocket" } as const;
  const files = await filesOf({ signature, source: "hello.py", schemas: true });
  expect([...files.keys()]).toStrictEqual(["hello.ts", "index.ts"]);
});

test("two chains whose schemas want one name are told so", () => {
  const model = { $ref: "#/$defs/One", $defs: { One: objectOf({}) } };
  const chains = ["Hello", "hello_"].map((name) => {
    return { signature: signatureOf({ name, output: model }), source: `${name}.py`, schemas: true };
  });
  expect(planClient(chains).diagnostics.map(({ code }) => code)).toStrictEqual(["TC301"]);
});

test("keys and texts that mean something in JavaScript are data", async () => {
  const hostile: JsonSchema = { title: "*/ `x` <!--", const: "\u2028</script>" };
  const input = objectOf({ ["__proto__"]: hostile, "a-b": true, constructor: { type: "number", default: 1e21 } });
  const text = (await filesOf({ signature: signatureOf({ input }), source: "x.py", schemas: true })).get(
    "hello.schema.ts",
  );
  expect(text).toBe(await formatFile(text ?? "", 120));
  expect(text).toContain('["__proto__"]: { title: "*/ `x` <!--", const: "\\u2028</script>" }');
});

test("names that every object inherits are names of schemas", async () => {
  const inner: JsonSchema = { type: "object", properties: { toString: { type: "number" }, valueOf: true } };
  const hidden: JsonSchema = { type: "array", title: "A long title. ".repeat(8), items: inner };
  const data = { properties: { constructor: { type: 1 } } };
  const $defs: Record<string, JsonSchema> = { hasOwnProperty: { type: "null" } };
  const input = objectOf({ constructor: hidden, a: { $ref: "#/$defs/hasOwnProperty", default: data } }, { $defs });
  const files = await filesOf({ signature: signatureOf({ input }), source: "x.py", schemas: true });
  const text = files.get("hello.schema.ts") ?? "";
  expect(compileErrors(new Map([["hello.schema.ts", text]]))).toStrictEqual([]);
  expect(text).toBe(await formatFile(text, 120));
  expect(text.match(/as JsonSchema/g)).toHaveLength(3);
});

async function filesOf(chain: Parameters<typeof planClient>[0][number]): Promise<ReadonlyMap<string, string>> {
  return emitClient(planClient([chain]).modules, { importExtension: "js" });
}
