import { describe, expect, test } from "vitest";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readSource } from "../../src/read/read-source.js";
import { readSchemaPair } from "../../src/read/schema-pair.js";
import { signatureText } from "../../src/signature-text.js";

const signature = {
  formatVersion: 1,
  name: "Hello",
  transport: "json",
  input: { type: "object", properties: { names: { type: "array", items: { type: "string" } } }, required: ["names"] },
  output: { $ref: "#/$defs/Out", $defs: { Out: { type: "object", properties: { text: { type: "string" } } } } },
};

function readJson(value: unknown, options = {}) {
  return readSource(memoryHost({ "chain.json": JSON.stringify(value) }), "chain.json", options);
}

function problemsOf(value: unknown) {
  const { diagnostics, signature: found } = readJson(value);
  expect(found).toBeUndefined();
  return diagnostics.map(({ code, message, location }) => [code, message, location?.line, location?.column]);
}

describe("a signature document", () => {
  test("round-trips to the byte", () => {
    const first = readJson(signature).signature;
    const text = first === undefined ? "" : signatureText(first);
    const second = readSource(memoryHost({ "chain.json": text }), "chain.json", {}).signature;
    expect(second === undefined ? undefined : signatureText(second)).toBe(text);
    expect(JSON.parse(text)).toStrictEqual(signature);
  });

  test("leaves out numbers that are too large for a float, and says so", () => {
    const x = { type: "number", default: "BIG", minimum: "BIG", examples: [{ deep: ["BIG"] }], maximum: 5 };
    const document = { ...signature, input: { type: "object", properties: { x } }, output: { enum: [1, "BIG"] } };
    const text = JSON.stringify(document).replaceAll('"BIG"', "1e400");
    const { signature: found, diagnostics } = readSource(memoryHost({ "chain.json": text }), "chain.json", {});
    expect(diagnostics.map(({ code, message }) => [code, message.split(" ")[0]])).toStrictEqual([
      ["TC116", "default"],
      ["TC116", "minimum"],
      ["TC116", "examples"],
      ["TC116", "enum"],
    ]);
    expect(found?.input).toStrictEqual({ type: "object", properties: { x: { type: "number", maximum: 5 } } });
  });

  test.each(["1.0", "-0.0", "[0, -0]", '{"a": -0}'])("is read as it is written again: a default of %s", (value) => {
    const property = { type: "number", default: "VALUE", minimum: -0 };
    const document = { ...signature, input: { type: "object", properties: { x: property } } };
    const text = JSON.stringify(document).replace('"VALUE"', value);
    const { signature: found } = readSource(memoryHost({ "chain.json": text }), "chain.json", {});
    expect(found).toStrictEqual(JSON.parse(signatureText(found ?? expect.unreachable())));
  });

  test("keeps what the text of a Json contains", () => {
    const a = { type: "string", contentMediaType: "application/json", contentSchema: { $ref: "#/$defs/Inner" } };
    const input = { type: "object", properties: { a }, $defs: { Inner: { type: "integer" } } };
    expect(readJson({ ...signature, input }).signature?.input).toStrictEqual(input);
  });

  test("gives way to a name that the caller asks for", () => {
    expect(readJson(signature, { name: "Other" }).signature?.name).toBe("Other");
  });

  test.each(["a b", "a/b~c", "100%", "%25", "%zz", "ü#?"])("has definitions of any name: %s", (name) => {
    const first = readJson({
      ...signature,
      output: {
        $ref: "#/definitions/x",
        definitions: { x: { $ref: "#named" }, [name]: { $anchor: "named", type: "null" } },
      },
    });
    const text = signatureText(first.signature ?? expect.unreachable());
    const second = readSource(memoryHost({ "chain.json": text }), "chain.json", {});
    expect(second.diagnostics).toStrictEqual([]);
    expect(second.signature).toStrictEqual(first.signature);
    expect(second.signature?.output).toMatchObject({ $defs: { [name]: { type: "null" } } });
  });

  test.each([
    [{ ...signature, formatVersion: 2 }, "its formatVersion is not 1"],
    [{ ...signature, name: "" }, "name is not a text"],
    [{ ...signature, nmae: "x" }, '"nmae" is not one of its keys'],
    [{ ...signature, transport: "carrier-pigeon" }, "transport is unknown"],
    [{ ...signature, transport: "websocket" }, "a websocket chain has no input"],
    [{ ...signature, output: undefined }, "output is missing"],
    [{ ...signature, description: 3 }, "description is not a text"],
    [{ ...signature, transport: "framed-stream", output: undefined, frames: {} }, "frames has no item"],
  ])("that does not fit is refused: %#", (value, message) => {
    const found = problemsOf(value);
    expect(found[0]?.[0]).toBe("TC112");
    expect(found[0]?.[1]).toContain(message);
  });
});

describe("a JSON file", () => {
  test("that is no JSON is refused with line and column", () => {
    const { diagnostics } = readSource(memoryHost({ "a.json": '{\n  "a": 1,\n  b: 2\n}' }), "a.json", {});
    expect(diagnostics).toMatchObject([{ code: "TC110", location: { file: "a.json", line: 3, column: 3 } }]);
  });

  test("that is nested without end is refused, and nothing overflows", () => {
    const { diagnostics } = readSource(memoryHost({ "a.json": "[".repeat(100_000) }), "a.json", {});
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC110"]);
  });

  test("that is binary is refused", () => {
    const { diagnostics } = readSource(memoryHost({ "a.json": new Uint8Array([0xff, 0xfe, 0x00]) }), "a.json", {});
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC104"]);
  });

  test("that is no signature is refused, and plain schemas are shown the way", () => {
    const { diagnostics } = readJson({ type: "object" });
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(["TC111"]);
    expect(diagnostics[0]?.help).toContain("--input-schema");
  });
});

describe("the schema document of a running chain", () => {
  const document = {
    input_schema: {
      title: "RunnerInput",
      type: "object",
      properties: {
        plain: { type: "integer" },
        defaulted: { anyOf: [{ type: "string" }, { type: "null" }], default: null, title: "Defaulted" },
        array: {
          type: "object",
          title: "Array",
          properties: { data: { type: "string", format: "byte" }, shape: { type: "array" }, dtype: { type: "string" } },
        },
      },
      required: ["plain", "array"],
    },
    output_schema: { type: "object", properties: { a: { type: "integer", default: 1 }, b: { type: "string" } } },
    supports_streaming: false,
  };

  test("is named by its title, less Input", () => {
    expect(readJson(document).signature?.name).toBe("Runner");
  });

  test("gives a defaulted argument its own type back, without a default", () => {
    const { input } = readJson(document).signature ?? {};
    expect(input?.properties?.["defaulted"]).toStrictEqual({ type: "string", title: "Defaulted" });
    expect(input?.required).toStrictEqual(["plain", "array"]);
  });

  test("has numpy arrays as the wire carries them", () => {
    const { input } = readJson(document).signature ?? {};
    expect(input?.properties?.["array"]).toMatchObject({ required: ["data_b64", "shape", "dtype"] });
  });

  test("promises a defaulted field of the result, and no other", () => {
    const { output } = readJson(document).signature ?? {};
    expect(output).toMatchObject({ required: ["a"] });
  });

  test("is weaker than the source, and says so once", () => {
    expect(readJson(document).diagnostics.map(({ code }) => code)).toStrictEqual(["TC117"]);
  });

  test("of a stream asks for the transport", () => {
    const stream = { ...document, output_schema: null, supports_streaming: true };
    expect(readJson(stream).diagnostics.map(({ code }) => code)).toStrictEqual(["TC118"]);
    expect(readJson(stream, { transport: "text-stream" }).signature?.transport).toBe("text-stream");
  });

  test("without a title asks for a name", () => {
    const nameless = { ...document, input_schema: { type: "object", properties: {} } };
    expect(readJson(nameless).diagnostics.map(({ code }) => code)).toContain("TC119");
  });
});

describe("references", () => {
  const input = { type: "object", properties: { a: { $ref: "shared/a.json#/definitions/A" } } };
  const files = {
    "in/input.json": JSON.stringify(input),
    "in/shared/a.json": JSON.stringify({
      definitions: { A: { type: "array", items: { $ref: "../b.json" } }, B: { $ref: "#/definitions/A" } },
    }),
    "in/b.json": JSON.stringify({ title: "Bee", type: "object", properties: { self: { $ref: "#" } } }),
    "in/output.json": '{ "type": "string" }',
    "secret.json": '{ "const": "secret" }',
  };
  const pair = { name: "X", inputSchema: "in/input.json", outputSchema: "in/output.json" };

  test("lead to other files of the folder, and each file is read once and listed", () => {
    const reading = readSchemaPair(memoryHost(files), pair);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(reading.filesRead).toStrictEqual(["in/input.json", "in/output.json", "in/shared/a.json", "in/b.json"]);
    expect(reading.signature?.input).toStrictEqual({
      type: "object",
      properties: { a: { $ref: "#/$defs/A" } },
      $defs: {
        A: { type: "array", items: { $ref: "#/$defs/Bee" } },
        Bee: { title: "Bee", type: "object", properties: { self: { $ref: "#/$defs/Bee" } } },
      },
    });
  });

  test.each([
    "../secret.json",
    "shared/../../secret.json",
    "%2e%2e/secret.json",
    "/etc/hostname",
    "file:///etc/hostname",
    "http://127.0.0.1/x.json",
    "//host/x.json",
    "..\\secret.json",
    "C:/secret.json",
  ])("never leave the folder: %s", (reference) => {
    const escaping = { ...files, "in/input.json": JSON.stringify({ properties: { a: { $ref: reference } } }) };
    const reading = readSchemaPair(memoryHost(escaping), pair);
    expect(reading.diagnostics.map(({ code }) => code)).toStrictEqual(["TC115"]);
    expect(reading.filesRead).toStrictEqual(["in/input.json", "in/output.json"]);
  });

  test.each(["#/definitions/No", "#anchor", "#/type", "#/%zz"])("that lead nowhere are refused: %s", (reference) => {
    const broken = {
      ...files,
      "in/input.json": JSON.stringify({ type: "object", properties: { a: { $ref: reference } } }),
    };
    expect(readSchemaPair(memoryHost(broken), pair).diagnostics.map(({ code }) => code)).toStrictEqual(["TC114"]);
  });

  test.each([
    [{ properties: { a: { $ref: "#here" } }, $defs: { B: { $anchor: "here", type: "null" } } }, "B"],
    [{ $id: "https://x.test/s", properties: { a: { $ref: "https://x.test/s#/$defs/B" } }, $defs: { B: true } }, "B"],
    [{ properties: { a: { $ref: "urn:b" } }, $defs: { B: { $id: "urn:b", type: "null" } } }, "B"],
    [{ properties: { a: { $ref: "#/$defs/a~1b" } }, $defs: { "a/b": { type: "null" } } }, "a~1b"],
  ])("follow anchors, ids and escaped pointers: %#", (schema, name) => {
    const reading = readSchemaPair(memoryHost({ ...files, "in/input.json": JSON.stringify(schema) }), pair);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(reading.signature?.input?.properties?.["a"]).toStrictEqual({ $ref: `#/$defs/${name}` });
  });

  const numbers = { $defs: { value: { type: "number" } } };
  test.each([
    ["from an id around them", { $id: "urn:inner", ...numbers, $ref: "#/$defs/value" }],
    ["from an id that another one extends", { $ref: "https://x.test/b/d.json#/$defs/value" }],
    ["from a path of the same host", { $ref: "/b/d.json#/$defs/value" }],
    ["to a name, and not to that of another resource", { $ref: "b/d.json#name" }],
    ["to a dynamic name", { $ref: "b/d.json#dynamic" }],
    ["to an id in a list", { $ref: "listed.json#/$defs/value" }],
    ["into a list", { $ref: "#/$defs/List/allOf/0/$defs/value" }],
    ["to no id that is data", { $ref: "urn:data#/$defs/value" }],
  ])("start where JSON Schema says: %s", (_, value) => {
    const strings = { $anchor: "name", type: "string" };
    const named = { Name: { $anchor: "name", type: "number" }, Dynamic: { $dynamicAnchor: "dynamic", type: "number" } };
    const input = {
      $id: "https://x.test/a.json",
      properties: { a: value },
      $defs: {
        value: { const: { $id: "urn:data", $defs: { value: { type: "string" } } } },
        strings,
        C: { $id: "b/c.json", not: { $id: "d.json", $defs: { ...numbers.$defs, ...named } } },
        List: { allOf: [{ $id: "listed.json", ...numbers }] },
        Data: { $id: "urn:data", ...numbers },
      },
    };
    const reading = readSchemaPair(memoryHost({ ...files, "in/input.json": JSON.stringify(input) }), pair);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(Object.values(reading.signature?.input?.$defs ?? {})).toStrictEqual([{ type: "number" }]);
  });

  test("know the ids of draft 4, and no property of that name", () => {
    const $schema = "http://json-schema.org/draft-04/schema#";
    const id = { type: "string" };
    const input = { $schema, id: "http://x.test/s#", properties: { id, a: { $ref: "http://x.test/s#b" } } };
    const schema = { ...input, definitions: { B: { id: "#b", type: "null" } } };
    const reading = readSchemaPair(memoryHost({ ...files, "in/input.json": JSON.stringify(schema) }), pair);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(reading.signature?.input?.properties).toStrictEqual({ id, a: { $ref: "#/$defs/B" } });
  });

  test("to a file that is not there are refused at their place", () => {
    const broken = { ...files, "in/input.json": '{\n"properties": { "a": { "$ref": "none.json#/x" } } }' };
    const reading = readSchemaPair(memoryHost(broken), pair);
    expect(reading.diagnostics).toMatchObject([{ code: "TC114", location: { file: "in/input.json", line: 2 } }]);
    expect(reading.filesRead).toContain("in/none.json");
  });

  test("that are nothing but themselves are refused", () => {
    const loop = { properties: { a: { $ref: "#/$defs/A" } }, $defs: { A: { anyOf: [{ $ref: "#/$defs/A" }] } } };
    const reading = readSchemaPair(memoryHost({ ...files, "in/input.json": JSON.stringify(loop) }), pair);
    expect(reading.diagnostics.map(({ code }) => code)).toStrictEqual(["TC113"]);
  });
});

describe("plain JSON Schemas", () => {
  const read = (input: unknown, output: unknown = true) =>
    readSchemaPair(memoryHost({ "i.json": JSON.stringify(input), "o.json": JSON.stringify(output) }), {
      name: "X",
      inputSchema: "i.json",
      outputSchema: "o.json",
    });

  test("of older drafts are brought to the newest form", () => {
    const { signature: found } = read({
      type: "object",
      properties: {
        pair: { type: "array", items: [{ type: "string" }], additionalItems: false },
        above: { minimum: 1, exclusiveMinimum: true },
        below: { maximum: 5, exclusiveMaximum: false },
      },
    });
    expect(found?.input?.properties).toStrictEqual({
      pair: { type: "array", prefixItems: [{ type: "string" }], items: false },
      above: { exclusiveMinimum: 1 },
      below: { maximum: 5 },
    });
  });

  test("lose every keyword that is not JSON Schema's own", () => {
    const { signature: found } = read({ type: "object", tsType: "any", extends: {}, tsEnumNames: ["a"], "x-y": 1 });
    expect(found?.input).toStrictEqual({ type: "object" });
  });

  test("keep properties that are named like what every object inherits", () => {
    const { signature: found } = read(JSON.parse('{"properties":{"__proto__":{"type":"null"},"constructor":true}}'));
    expect(Object.entries(found?.input?.properties ?? {})).toStrictEqual([
      ["__proto__", { type: "null" }],
      ["constructor", true],
    ]);
  });

  test.each([
    [{ type: "object", properties: { a: { type: "text" } } }, "type is one or several of"],
    [{ type: "object", properties: { a: 3 } }, "a schema is an object, true or false"],
    [{ type: "object", required: "a" }, "required is a list of names"],
    [{ type: "object", properties: { a: { anyOf: [] } } }, "anyOf is a list of at least one schema"],
    [{ type: "object", properties: { a: { $ref: 5 } } }, "$ref is a string"],
    [{ type: "array" }, "not that of an object"],
    [{ anyOf: [{ type: "object" }, { type: "null" }] }, "not that of an object"],
    [{ allOf: [{ $ref: "#/$defs/A" }], $defs: { A: { anyOf: [{ $ref: "#/$defs/A" }] } } }, "refers only to itself"],
  ])("that are not valid are refused with their place: %#", (input, message) => {
    const { diagnostics } = read(input);
    expect(diagnostics[0]?.code).toBe("TC113");
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.location?.line).toBe(1);
  });

  test("of arguments that are a definition and more are both", () => {
    const Base = { type: "object", properties: { a: { type: "string" } } };
    const beside = { properties: { b: { type: "null" } }, required: ["b"], allOf: [{ required: ["a"] }] };
    const { signature: found } = read({ $ref: "#/$defs/Base", ...beside, $defs: { Base } });
    const allOf = [{ $ref: "#/$defs/Base" }, { required: ["a"] }];
    expect(found?.input).toStrictEqual({ type: "object", ...beside, allOf, $defs: { Base } });
  });

  test.each(["title", "description", "contentEncoding", "contentMediaType", "deprecated", "examples"])(
    "warn of an annotation that is not valid, and go on without it: %s",
    (keyword) => {
      const { diagnostics, signature: found } = read({ properties: { a: { type: "string", [keyword]: 5 } } });
      const places = diagnostics.map(({ code, severity, location }) => [code, severity, location?.line]);
      expect(places).toStrictEqual([["TC116", "warning", 1]]);
      expect(found?.input?.properties).toStrictEqual({ a: { type: "string" } });
    },
  );

  const old = "http://json-schema.org/draft-07/schema#";
  const recent = "https://json-schema.org/draft/2019-09/schema";
  const inOld = { $schema: old, $id: "https://x.test/inner" };
  test.each([
    [{ $schema: "http://json-schema.org/draft-04/schema#" }, {}, ["TC116"]],
    [{ $schema: "https://json-schema.org/draft-07/schema" }, {}, ["TC116"]],
    [{ $schema: recent }, {}, []],
    [{}, {}, []],
    [{ $schema: old }, { $id: "https://x.test/inner" }, ["TC116"]],
    [{ $schema: old }, { $id: "https://x.test/inner", $schema: recent }, []],
    [{ $schema: recent }, inOld, ["TC116"]],
  ])("count what stands beside a reference from draft 2019-09 on: %#", (outside, inside, codes) => {
    const note = { description: "A text." };
    const base = { type: "string" };
    const a = { $ref: "#/definitions/Base", minLength: 3, ...note };
    const items = { ...inside, type: "object", properties: { a }, definitions: { Base: base } };
    const document = { ...outside, type: "array", items, definitions: { Base: base } };
    const { signature: found, diagnostics } = read({ properties: {} }, document);
    expect(diagnostics.map(({ code }) => code)).toStrictEqual(codes);
    const counted = { $ref: "#/$defs/Base", ...(codes.length > 0 ? {} : { minLength: 3 }), ...note };
    expect(found?.output).toMatchObject({ items: { properties: { a: counted } } });
    expect(JSON.stringify(found?.output).includes("minLength")).toBe(codes.length === 0);
  });

  const ofA = { type: "object", properties: { a: { type: "string" } } };
  test.each([
    { allOf: [{ required: ["a"] }, ofA] },
    { allOf: [{ $ref: "#/$defs/A" }], $defs: { A: ofA } },
    { oneOf: [ofA, { $ref: "#/$defs/A" }], $defs: { A: ofA } },
    { anyOf: [ofA, { allOf: [ofA] }] },
  ])("of arguments may be put together from others: %#", (input) => {
    const { signature: found, diagnostics } = read(input);
    expect(found?.input).toStrictEqual({ type: "object", ...input });
    expect(diagnostics).toStrictEqual([]);
  });

  test("warn of what the types cannot say", () => {
    const { diagnostics, signature: found } = read({ type: "object", unevaluatedProperties: false });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toStrictEqual([["TC116", "warning"]]);
    expect(found).toBeDefined();
  });

  const nullable = { nullable: true };
  test.each([
    [{ type: "string", enum: ["a"], ...nullable }, ["TC116"]],
    [{ type: "string", const: "a", ...nullable }, ["TC116"]],
    [{ type: "string", ...nullable }, []],
    [{ allOf: [{ type: "string" }], ...nullable }, ["TC116"]],
    [{ type: "string", nullable: false }, []],
    [{ type: ["string", "null"], ...nullable }, []],
    [{ enum: ["a", null], ...nullable }, []],
    [{ anyOf: [{ type: "string" }, { type: "null" }], ...nullable }, []],
    [{ type: "object", properties: { nullable: true } }, []],
  ])("warn of `nullable` where it means nothing in OpenAPI either: %#", (output, codes) => {
    expect(read({ properties: {} }, output).diagnostics.map(({ code }) => code)).toStrictEqual(codes);
  });

  test.each([
    ["string", ["string", "null"]],
    [
      ["string", "integer"],
      ["string", "integer", "null"],
    ],
    [
      ["string", "null"],
      ["string", "null"],
    ],
    ["null", "null"],
  ])("take `nullable` for null beside a type: %j", (type, expected) => {
    const { signature } = read({ properties: { a: { type, ...nullable } } }, { type, ...nullable });
    expect(signature).toMatchObject({ output: { type: expected }, input: { properties: { a: { type: expected } } } });
    expect(signature?.output).not.toHaveProperty("nullable");
  });

  const untyped = { properties: { a: { type: "null" } } };
  const asObject = 'add "type": "object", if that is meant';
  const closed = 'add "additionalProperties": false, if that is meant';
  test.each([
    [untyped, asObject],
    [{ prefixItems: [true] }, 'add "type": "array", if that is meant'],
    [{ items: true, required: ["a"] }, 'add "type": ["object","array"], if that is meant'],
    [{ type: "array", items: untyped }, asObject],
    [{ anyOf: [{ type: "null" }, untyped] }, asObject],
    [
      { $ref: "#/$defs/Mixed", ...untyped, $defs: { Mixed: { anyOf: [{ required: ["a"] }, { required: ["b"] }] } } },
      asObject,
    ],
    [{ type: "object", patternProperties: { "^a": { type: "null" } } }, closed],
    [
      { type: "object", properties: { a: { type: "object", patternProperties: { "^a": untyped, b: false } } } },
      asObject,
      closed,
    ],
  ])("tell where they allow more than their types: %#", (output, ...help) => {
    const { diagnostics, signature: found } = read({ properties: {} }, output);
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toStrictEqual(
      help.map(() => ["TC120", "warning"]),
    );
    expect(diagnostics.map((diagnostic) => diagnostic.help)).toStrictEqual(help);
    expect(diagnostics.every(({ location }) => location?.file === "o.json")).toBe(true);
    expect(found).toBeDefined();
  });

  test("are told of however far their definitions follow each other", () => {
    const chain = Array.from(
      { length: 3000 },
      (_, i) => [`D${i}`, { anyOf: [{ $ref: `#/$defs/D${i + 1}` }] }] as const,
    );
    const $defs = { ...Object.fromEntries(chain), D3000: untyped };
    const { diagnostics } = read({ properties: {} }, { $ref: "#/$defs/D0", $defs });
    expect(diagnostics.map((diagnostic) => diagnostic.help)).toStrictEqual([asObject]);
  });

  test.each([
    { type: "object", allOf: [untyped, { anyOf: [untyped] }] },
    { allOf: [{ $ref: "#/$defs/A" }, untyped], $defs: { A: { oneOf: [{ type: "object" }, { enum: [{}] }] } } },
    { not: untyped, if: untyped, else: untyped },
    { type: "object", patternProperties: { ".*": { type: "null" } } },
    { type: "object", patternProperties: { "^a": { type: "null" } }, additionalProperties: false },
    { type: "object", patternProperties: { "^a": { type: "null" }, "^x-": { description: "Anything." } } },
  ])("say nothing where they allow what their types do: %#", (output) => {
    expect(read({ properties: {} }, output).diagnostics).toStrictEqual([]);
  });

  test("warn of keywords that are near to one and none", () => {
    const { diagnostics, signature: found } = read({ type: "object", propertys: { a: { type: "string" } } });
    expect(diagnostics.map(({ code, severity, help }) => [code, severity, help])).toStrictEqual([
      ["TC116", "warning", "write properties, if that is meant"],
    ]);
    expect(found).toBeDefined();
  });

  test("that are nested too deeply are refused with a way out", () => {
    const text = `${'{"a":'.repeat(201)}1${"}".repeat(201)}`;
    const [diagnostic] = readSource(memoryHost({ "a.json": text }), "a.json", {}).diagnostics;
    expect([diagnostic?.code, diagnostic?.help]).toStrictEqual(["TC110", "flatten it, with `$defs` for what repeats"]);
  });
});

test("a notebook is refused with the way to a file that can be read", () => {
  const [diagnostic] = readSource(memoryHost({ "chain.ipynb": "{}" }), "chain.ipynb", {}).diagnostics;
  expect([diagnostic?.code, diagnostic?.help]).toStrictEqual([
    "TC105",
    "save the notebook's cell with the chain as a .py file",
  ]);
});

test.each([
  ["main:chain.py", "for a file of a revision, write git:main:chain.py"],
  ["https://example.com/chain.json", "only a path is possible: save what the address answers, and name that file"],
  ["https:/example.com/chain.json", "only a path is possible: save what the address answers, and name that file"],
  ["chains/*.py", 'put a glob that the shell does not expand into a config: { source: "chains/*.py" }'],
  ["chains\\chain.py", "write / between folders, which Windows accepts too"],
  ["origin/main:lib/chain.json", "for a file of a revision, write git:origin/main:lib/chain.json"],
  ["C:/chain.py", "check the path and the current folder"],
])("a source that is not there is told how to name what may be meant: %s", (path, help) => {
  const [diagnostic] = readSource(memoryHost({}), path, {}).diagnostics;
  expect([diagnostic?.code, diagnostic?.help]).toStrictEqual(["TC101", help]);
});

test.each([
  ["nothing.json", "TC101"],
  ["nothing.txt", "TC101"],
  ["folder", "TC103"],
  ["folder.json", "TC103"],
  ["readme.txt", "TC105"],
])("a source that is none is refused: %s", (path, code) => {
  const host = memoryHost({ "readme.txt": "", "folder/a.txt": "", "folder.json/a.txt": "" });
  expect(readSource(host, path, {}).diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([code]);
});
