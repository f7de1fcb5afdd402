import { readFileSync } from "node:fs";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";

const schema = JSON.parse(
  readFileSync(new URL("../schema/chain-signature.schema.json", import.meta.url), "utf8"),
) as AnySchemaObject;
const accepts = new Ajv2020({ strict: false, validateFormats: false }).compile(schema);
const json = { formatVersion: 1, name: "A", transport: "json", input: { type: "object" }, output: true };

describe("the JSON Schema of signature documents", () => {
  test.each([
    json,
    { ...json, chainName: "a", displayName: "b", description: "c", source: "d" },
    { formatVersion: 1, name: "A", transport: "websocket" },
    { formatVersion: 1, name: "A", transport: "text-stream", input: {} },
    { formatVersion: 1, name: "A", transport: "framed-stream", input: {}, frames: { item: {} } },
  ])("takes every document of the format: %#", (document) => {
    expect(accepts(document)).toBe(true);
  });

  test.each([
    {},
    { ...json, formatVersion: 2 },
    { ...json, name: "" },
    { ...json, more: 1 },
    { ...json, transport: "websocket" },
    { ...json, input: { type: "text" } },
    { ...json, output: undefined, frames: { item: {} } },
  ])("refuses what is none: %#", (document) => {
    expect(accepts(JSON.parse(JSON.stringify(document)))).toBe(false);
  });
});
