import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readPythonSource } from "../../../src/read/python/read-python.js";
import type { SourceReading } from "../../../src/read/read-result.js";
import type { JsonSchema, JsonSchemaObject } from "../../../src/signature.js";
import { withoutNamesOfNumbers } from "./pydantic-cases.js";

const wire = new URL("../../../../../fixtures/wire/", import.meta.url);

function readChain(file: string, entrypoint: string): SourceReading {
  const code = readFileSync(new URL(`chains/${file}`, wire), "utf8");
  return readPythonSource(memoryHost({ [file]: code }), file, { entrypoint });
}

/** The chainlets of the recorded chains, by file. */
const chainlets = readdirSync(new URL("chains/", wire))
  .filter((file) => file.endsWith(".py"))
  .flatMap((file) => {
    const code = readFileSync(new URL(`chains/${file}`, wire), "utf8");
    const names = [...code.matchAll(/^class (\w+)\(chains\.ChainletBase\)/gm)].map((match) => match[1] ?? "");
    return names.map((name) => [file, name] as const);
  });

/** Chainlets that truss serves and that no call can succeed with. */
const uncallable = new Map([
  ["Under", "TC209"],
  ["PosOnly", "TC209"],
  ["Kwargs", "TC209"],
  ["OneTuple", "TC217"],
]);

describe("every recorded chain is read", () => {
  test.each(chainlets.filter(([, name]) => !uncallable.has(name)))("%s, %s", (file, name) => {
    const reading = readChain(file, name);
    expect(reading.diagnostics).toStrictEqual([]);
    expect(reading.signature?.name).toBe(name);
  });

  test.each(chainlets.filter(([, name]) => uncallable.has(name)))("%s, %s is refused", (file, name) => {
    const reading = readChain(file, name);
    expect(reading.diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([uncallable.get(name)]);
    expect(reading.signature).toBeUndefined();
  });
});

interface Recording {
  readonly chain_file: string;
  readonly entrypoint: string;
  readonly response: { readonly body_utf8: string };
}

function withoutKey(value: object, key: string): object {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}

/** The server writes a default of NaN as null, which the type then does not admit. */
function withoutNaN(_key: string, value: unknown): unknown {
  const isNaNDefault =
    typeof value === "object" && value !== null && "type" in value && value.type === "number" && "default" in value;
  return isNaNDefault && value.default === null ? withoutKey(value, "default") : value;
}

/** The input schemas that real chains serve. Numpy's is left out: the chain itself serves a wrong one. */
const served = readdirSync(wire)
  .filter((file) => /^schema_.*\.json$/.test(file) && file !== "schema_numpy.json")
  .flatMap((file) => {
    const recording = JSON.parse(readFileSync(new URL(file, wire), "utf8")) as Recording;
    const document = JSON.parse(recording.response.body_utf8, withoutNaN) as {
      readonly input_schema?: JsonSchemaObject | null;
    };
    const { input_schema: schema } = document;
    const isCompared = schema !== undefined && schema !== null && !uncallable.has(recording.entrypoint);
    return isCompared && !/deps_backend/.test(file)
      ? [[recording.chain_file, recording.entrypoint, schema] as const]
      : [];
  });

/** What the chain serves of a defaulted argument says neither its default nor that it may not be null. */
function withoutDefault(schema: JsonSchema): JsonSchema {
  if (typeof schema === "boolean") {
    return schema;
  }
  const { default: _default, anyOf, ...rest } = schema;
  const isWrapped = _default === null && anyOf?.length === 2;
  const [only] = anyOf ?? [];
  return isWrapped && typeof only === "object"
    ? { ...rest, ...only }
    : { ...rest, ...(anyOf === undefined ? {} : { anyOf }) };
}

function withoutDefaults(schema: JsonSchemaObject | undefined): JsonSchemaObject {
  const properties = Object.entries(schema?.properties ?? {}).map(([key, value]) => [key, withoutDefault(value)]);
  return { ...schema, properties: Object.fromEntries(properties) as Record<string, JsonSchema> };
}

describe("the input is what the chain itself says it takes, defaults aside", () => {
  test.each(served)("%s, %s", (file, name, schema) => {
    const input = readChain(file, name).signature?.input ?? {};
    expect(withoutDefaults(withoutNamesOfNumbers(input))).toStrictEqual(withoutDefaults(schema));
  });
});

describe("signatures", () => {
  test("hello", () => {
    expect(readChain("hello_chain.py", "Hello").signature).toStrictEqual({
      formatVersion: 1,
      name: "Hello",
      description: "Greets people.",
      source: "hello_chain.py",
      transport: "json",
      input: {
        title: "HelloInput",
        type: "object",
        properties: { names: { type: "array", items: { type: "string" }, title: "Names" } },
        required: ["names"],
      },
      output: { type: "string" },
    });
  });

  test("no arguments", () => {
    expect(readChain("noarg_chain.py", "NoArg").signature).toStrictEqual({
      formatVersion: 1,
      name: "NoArg",
      source: "noarg_chain.py",
      transport: "json",
      input: { title: "NoArgInput", type: "object", properties: {} },
      output: { type: "object", additionalProperties: { type: "integer" } },
    });
  });

  test("defaults: an argument keeps its own type and says its default", () => {
    const { input } = readChain("defaults_chain.py", "Defaults").signature ?? {};
    expect(input?.required).toStrictEqual(["count"]);
    expect(input?.properties).toStrictEqual({
      count: { type: "integer", title: "Count" },
      label: { type: "string", default: "lab", title: "Label" },
      settings: { $ref: "#/$defs/Settings", default: { level: 3, title: "from-default" } },
      maybe: { $ref: "#/$defs/Settings", default: null },
      tags: { type: "array", items: { type: "string" }, default: ["a", "b"], title: "Tags" },
      ratio: { type: "number", default: 0.5, title: "Ratio" },
    });
  });

  test("scalars: a tuple of several is returned as one", () => {
    expect(readChain("scalars_chain.py", "Scalars").signature?.output).toStrictEqual({
      type: "array",
      prefixItems: [
        { type: "integer" },
        { type: "number" },
        { type: "boolean" },
        { type: "string" },
        { type: "string", format: "binary" },
        { type: "string" },
        { type: "array", items: { type: "integer" } },
        { type: "object", additionalProperties: { type: "number" } },
      ],
      minItems: 8,
      maxItems: 8,
    });
  });

  test("containers: aliases go in, field names come out, and what is always sent is required", () => {
    const { input, output } = readChain("containers_chain.py", "Containers").signature ?? {};
    expect(input?.$defs).toStrictEqual({
      Box: {
        title: "Box",
        type: "object",
        properties: {
          name: { type: "string", title: "Name" },
          boxSize: { type: "integer", default: 1, title: "Boxsize" },
        },
        required: ["name"],
      },
      Strict: {
        title: "Strict",
        type: "object",
        properties: { n: { type: "integer", title: "N" } },
        required: ["n"],
        additionalProperties: false,
      },
    });
    expect(output).toStrictEqual({
      type: "array",
      prefixItems: [
        { type: "array", items: { $ref: "#/$defs/Box" } },
        { type: "object", additionalProperties: { $ref: "#/$defs/Box" } },
        { $ref: "#/$defs/Strict" },
      ],
      minItems: 3,
      maxItems: 3,
      $defs: {
        Box: {
          title: "Box",
          type: "object",
          properties: { name: { type: "string", title: "Name" }, size: { type: "integer", default: 1, title: "Size" } },
          required: ["name", "size"],
        },
        Strict: {
          title: "Strict",
          type: "object",
          properties: { n: { type: "integer", title: "N" } },
          required: ["n"],
          additionalProperties: false,
        },
      },
    });
  });

  test("nested: the returned model is a reference, with its computed field", () => {
    const { output } = readChain("nested_chain.py", "Nested").signature ?? {};
    const schema = typeof output === "object" ? output : {};
    expect(schema.$ref).toBe("#/$defs/Receipt");
    expect(Object.keys(schema.$defs ?? {})).toStrictEqual(["Cat", "Color", "Dog", "Item", "Order", "Prio", "Receipt"]);
    expect(schema.$defs?.["Receipt"]).toStrictEqual({
      title: "Receipt",
      type: "object",
      properties: {
        order: { $ref: "#/$defs/Order" },
        total: { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$", title: "Total" },
        n_items: { type: "integer", readOnly: true, title: "N Items" },
      },
      required: ["order", "total", "n_items"],
    });
  });
});
