import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runs, someOf } from "../../../../tests/support/thoroughness.js";
import { formatFile } from "../../src/emit/format.js";
import { descriptorDoc } from "../../src/emit/layout/descriptor-doc.js";
import { render } from "../../src/emit/layout/doc.js";
import { exampleText } from "../../src/emit/layout/example-text.js";
import type { AnswerExample } from "../../src/plan/module-plan.js";
import type { JsonSchema, JsonValue } from "../../src/signature.js";
import { arbitraryInput, arbitrarySchema } from "./support/arbitrary-schema.js";
import { emitClient, planClient } from "./support/client.js";
import { signatureOf } from "./support/generate.js";

const fixtures = new URL("../../../../fixtures/", import.meta.url);

// The printer knows where prettier would break a line. Here prettier itself reads what was printed, and finds nothing to do.
test("every expected file of the fixtures is laid out as prettier lays it out", async () => {
  const files = readdirSync(fixtures, { recursive: true, encoding: "utf8" }).filter((path) =>
    /expected\/[^/]+\.ts$/.test(path),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const path of someOf(files, 4)) await expectFormatted(readFileSync(new URL(path, fixtures), "utf8"), path);
});

test("the client of any signature is laid out as prettier lays it out", async () => {
  const parts = fc.record({ input: arbitraryInput, output: arbitrarySchema, description: fc.string() });
  const samples = fc.sample(parts, { numRuns: runs(5, 15), seed: 7 });
  const { modules } = planClient(samples.map((sample, index) => chain(`Any${index}`, sample)));
  for (const [path, text] of await emitClient(modules, { importExtension: "js" })) await expectFormatted(text, path);
});

test("types of every length are laid out as prettier lays them out", async () => {
  const samples = fc.sample(longType(3), { numRuns: runs(100, 300), seed: 3 });
  const properties = Object.fromEntries(samples.map((type, index) => [`p${"x".repeat(index % 90)}${index}`, type]));
  const aliases = Object.fromEntries(samples.map((type, index) => [`Alias${"X".repeat(index % 90)}${index}`, type]));
  const references = Object.keys(aliases).map((name): JsonSchema => ({ $ref: `#/$defs/${name}` }));
  const input = { type: "object", properties, required: Object.keys(properties).slice(samples.length / 2) };
  const output = { anyOf: references, $defs: aliases };
  const { modules } = planClient([chain("Long", { input, output })]);
  for (const [path, text] of await emitClient(modules, { importExtension: "js" })) await expectFormatted(text, path);
});

test("constants and examples of every length are laid out as prettier lays them out", async () => {
  const values = fc.object({
    values: [fc.string(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null)],
    maxDepth: 3,
  });
  const names = fc.nat(90).map((length) => `x${"y".repeat(length)}`);
  for (const [name, object] of fc.sample(fc.tuple(names, values), { numRuns: runs(8, 25), seed: 5 })) {
    const value = JSON.parse(JSON.stringify(object)) as Record<string, JsonValue>;
    const documentation = { notes: [] };
    const descriptor = { name, type: { name: "T", arguments: ["A", "B"] }, chain: value, documentation };
    await expectFormatted(`${render(descriptorDoc(descriptor), 120)}\n`, name);
    await expectExample(name, value);
  }
});

async function expectExample(name: string, input: JsonValue): Promise<void> {
  const answers: readonly AnswerExample[] = [
    { kind: "result", names: ["first", name], isTuple: true },
    { kind: "result", names: ["result"], isTuple: false },
    { kind: "stream", part: "text" },
    { kind: "frames", hasHeader: true, hasFooter: true },
  ];
  for (const answer of answers) {
    for (const needsAddress of [true, false]) {
      for (const given of [{ input }, {}]) {
        const text = exampleText(name, { answer, needsAddress, ...given });
        expect(`${text}\n`).toBe(await formatFile(text, 96));
      }
    }
  }
}

async function expectFormatted(text: string, path: string): Promise<void> {
  expect(text, path).toBe(await formatFile(text, 120));
}

function chain(
  name: string,
  parts: Parameters<typeof signatureOf>[0],
): { signature: ReturnType<typeof signatureOf>; source: string } {
  return { signature: signatureOf({ ...parts, name }), source: "any.py" };
}

/** Types that differ in how long they are, and in what stands in what. */
function longType(depth: number): fc.Arbitrary<JsonSchema> {
  const word = fc.constantFrom<JsonSchema>(
    { type: "string" },
    { type: "number" },
    { type: "null" },
    { type: "boolean" },
  );
  const literal = fc
    .array(fc.string({ maxLength: 30 }), { minLength: 1, maxLength: 6 })
    .map((all): JsonSchema => ({ enum: all }));
  if (depth === 0) return fc.oneof(word, literal);
  const inner = longType(depth - 1);
  const many = fc.array(inner, { minLength: 1, maxLength: 5 });
  return fc.oneof(
    literal,
    many.map((anyOf): JsonSchema => ({ anyOf })),
    inner.map((items): JsonSchema => ({ type: "array", items })),
    many.map((prefixItems): JsonSchema => ({ type: "array", prefixItems, minItems: 1, items: false })),
    many.map((items): JsonSchema => {
      const prefixItems = items.map((item, index) =>
        typeof item === "boolean" ? item : { ...item, title: `Item ${index}` },
      );
      return { type: "array", prefixItems, minItems: 1, items: false };
    }),
    fc.tuple(many, inner).map(([prefixItems, items]): JsonSchema => ({ type: "array", prefixItems, items })),
    inner.map((additionalProperties): JsonSchema => ({ type: "object", additionalProperties })),
    fc.tuple(inner, literal).map(
      ([additionalProperties, propertyNames]): JsonSchema => ({
        type: "object",
        additionalProperties,
        propertyNames,
      }),
    ),
    fc
      .tuple(fc.string({ maxLength: 20 }), inner)
      .map(([name, type]): JsonSchema => ({ type: "object", properties: { [name]: type } })),
  );
}
