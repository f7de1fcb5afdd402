import { expect, test } from "vitest";
import { undocumented } from "../../src/plan/documentation/documentation.js";
import { readSide } from "../../src/plan/models/side.js";
import type { Declaration } from "../../src/plan/module-plan.js";
import { sampleOf } from "../../src/plan/sample.js";
import { sendsFloats } from "../../src/plan/schema/floats.js";
import { selfReferences } from "../../src/read/schema/cycles.js";
import type { JsonSchema, JsonSchemaObject } from "../../src/signature.js";

/** Further than calls can follow each other. */
const length = 20_000;

/** Definitions of which each leads to the next, as `step` says; the last is `end`. */
function chained(step: (next: JsonSchema) => JsonSchema, end: JsonSchema): JsonSchemaObject {
  const definitions = Array.from({ length }, (_, index): [string, JsonSchema] => {
    return [`D${index}`, index + 1 < length ? step({ $ref: `#/$defs/D${index + 1}` }) : end];
  });
  return { type: "object", properties: { a: { $ref: "#/$defs/D0" } }, $defs: Object.fromEntries(definitions) };
}

test("a number is found behind any number of references", () => {
  const property = (next: JsonSchema): JsonSchema => ({ type: "object", properties: { next } });
  expect(sendsFloats(chained(property, { type: "number" }))).toBe(true);
  expect(sendsFloats(chained(property, { type: "string" }))).toBe(false);
});

test("definitions are listed in the order in which a reader comes to them, however many", () => {
  const side = readSide(
    chained((next) => ({ type: "object", properties: { next } }), { type: "string" }),
    "output",
  );
  const keys = [...side.definitions.values()].map(({ key }) => key);
  expect(keys).toStrictEqual(Array.from({ length }, (_, index) => `D${index}`));
});

test("what one branch reaches comes before the next branch", () => {
  const reference = (key: string): JsonSchema => ({ $ref: `#/$defs/${key}` });
  const object = (...keys: string[]): JsonSchemaObject => ({
    type: "object",
    properties: Object.fromEntries(keys.map((key) => [key, reference(key)])),
  });
  const $defs = { A: object("C", "B"), B: object("D"), C: object("D"), D: object("A"), E: object() };
  const side = readSide({ ...object("A", "E", "B"), $defs }, "output");
  expect([...side.definitions.values()].map(({ key }) => key)).toStrictEqual(["A", "C", "D", "B", "E"]);
});

test("a circle of definitions that say nothing is found, however long the way to it", () => {
  const definitions: Record<string, JsonSchema> = { A: { $ref: "#/$defs/B" }, B: { anyOf: [{ $ref: "#/$defs/A" }] } };
  for (let index = 0; index < 2_000; index += 1) definitions[`D${index}`] = { $ref: `#/$defs/D${index + 1}` };
  expect(selfReferences({ $defs: definitions })).toStrictEqual(["A", "B"]);
});

test("no sample goes deeper into models than a reader would", () => {
  const declarations = Array.from({ length: 10_000 }, (_, index): [string, Declaration] => {
    const type = { kind: "reference", name: `D${index + 1}` } as const;
    const name = `D${index}`;
    return [name, { kind: "alias", name, type, documentation: undocumented }];
  });
  expect(sampleOf({ kind: "reference", name: "D0" }, new Map(declarations))).toBeUndefined();
});
