import { readFileSync } from "node:fs";
import { toJsonSchema } from "@valibot/to-json-schema";
import { Ajv, type AnySchemaObject } from "ajv";
import { describe, expect, test } from "vitest";
import { configSchema } from "../../src/config/config-schema.js";

// What JSON Schema cannot say, such as what a URL of a chain is, is checked when the config is read.
const generated = { title: "The config of typed-chains", ...toJsonSchema(configSchema, { errorMode: "ignore" }) };
const committed = JSON.parse(
  readFileSync(new URL("../../schema/config.schema.json", import.meta.url), "utf8"),
) as AnySchemaObject;
const source = readFileSync(new URL("../../src/config/config.ts", import.meta.url), "utf8");

/** Every description of a schema, with the key that it is of. */
function descriptionsOf(schema: unknown): readonly (readonly [key: string, description: string])[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]: readonly [string, unknown]) => [
    ...(isDescribed(value) ? [[key, value.description] as const] : []),
    ...descriptionsOf(value),
  ]);
}

function isDescribed(value: unknown): value is { readonly description: string } {
  return typeof value === "object" && value !== null && "description" in value && typeof value.description === "string";
}

/** The documentation of a key of the types, without its tags. */
function documentationOf(key: string): readonly string[] {
  const comments = source.matchAll(/\/\*\*((?:(?!\*\/).)*)\*\/\s*readonly ([$\w]+)\??:/gs);
  return [...comments]
    .filter(([, , name]) => name === key)
    .map(([, text = ""]) =>
      text
        .replace(/\s*\n\s*\*\s?/g, " ")
        .replace(/\s@.*/s, "")
        .trim(),
    );
}

describe("the JSON Schema of a config", () => {
  test("is that of the check", async () => {
    await expect(`${JSON.stringify(generated, undefined, 2)}\n`).toMatchFileSnapshot("../../schema/config.schema.json");
  });

  test("describes every key as the types do", () => {
    const descriptions = descriptionsOf(generated);
    expect(descriptions.length).toBeGreaterThan(20);
    const differing = descriptions.filter(
      ([key, text]) => !documentationOf(key).some((found) => found.startsWith(text)),
    );
    expect(differing).toStrictEqual([]);
  });

  test("takes what a config is, and refuses what it is not", () => {
    const accepts = new Ajv({ strict: false }).compile(committed);
    const chain = { source: "chain.py", name: "HelloWorld", chainId: "abc123", types: { "a.B": { type: "array" } } };
    expect(accepts({ $schema: "x", out: "src", importExtension: "ts", chains: [chain] })).toBe(true);
    expect(accepts({ chains: [{ source: { input: "a.json", output: "b.json" }, name: "X" }] })).toBe(true);
    const wrong = [{ outt: "x" }, { chains: [{}] }, { out: "" }, { chains: [{ ...chain, chainId: "../x" }] }];
    expect(wrong.map((config) => accepts(config))).toStrictEqual(wrong.map(() => false));
  });
});
