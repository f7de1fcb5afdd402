import { describe, expect, test } from "vitest";
import { createSampler } from "../../src/mock/sample/sampler.js";
import { compileValidator } from "../../src/mock/validation/validator.js";
import type { JsonSchema, JsonValue } from "../../src/signature.js";
import { signatureOf, withMock } from "./start-mock.js";

const cat = {
  type: "object",
  properties: { kind: { const: "cat" }, lives: { type: "integer" } },
  required: ["kind", "lives"],
};
const dog = {
  type: "object",
  properties: { kind: { const: "dog" }, good: { type: "boolean" } },
  required: ["kind", "good"],
};
const tree: JsonSchema = {
  type: "object",
  properties: { value: { type: "integer" }, kids: { type: "array", items: { $ref: "#/$defs/Tree" } } },
  required: ["value", "kids"],
};
const expression: JsonSchema = {
  anyOf: [
    {
      type: "object",
      properties: { left: { $ref: "#/$defs/Expression" }, right: { $ref: "#/$defs/Expression" } },
      required: ["left", "right"],
      additionalProperties: false,
    },
    { type: "integer" },
  ],
};

const decimal = "^(?!^[-+.]*$)[+-]?0*";

const outputs: readonly (readonly [title: string, schema: JsonSchema])[] = [
  ["a text", { type: "string", minLength: 3, maxLength: 5 }],
  ["a pattern", { type: "string", pattern: "^[a-z]{2}-[0-9]+$" }],
  ["a bounded integer", { type: "integer", exclusiveMinimum: 3, maximum: 7 }],
  ["a bounded float", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 }],
  ["a multiple", { type: "integer", multipleOf: 7, minimum: 10 }],
  ["null", { type: "null" }],
  ["anything", true],
  ["a recursive model", { $defs: { Tree: tree }, $ref: "#/$defs/Tree" }],
  ["a recursive union", { $defs: { Expression: expression }, $ref: "#/$defs/Expression" }],
  ["durations", { type: "array", items: { type: "string", format: "duration" }, minItems: 1 }],
  [
    "moments",
    {
      type: "object",
      properties: {
        a: { type: "string", format: "date-time" },
        b: { type: "string", format: "date" },
        c: { type: "string", format: "time" },
      },
      required: ["a", "b", "c"],
    },
  ],
  [
    "ids",
    {
      prefixItems: [
        { type: "string", format: "uuid" },
        { type: "string", format: "uuid4" },
        { type: "string", format: "uri" },
        { type: "string", format: "ipv4" },
        { type: "string", format: "ipv6" },
      ],
      type: "array",
      minItems: 5,
      maxItems: 5,
    },
  ],
  ["a Decimal", { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$" }],
  ["a Decimal of one digit", { type: "string", pattern: `${decimal}(?:\\d{0,1}|(?=[\\d.]{1,2}0*$)\\d*\\.\\d*0*$)` }],
  ["a whole Decimal", { type: "string", pattern: `${decimal}\\d*\\.?\\d{0,0}0*$` }],
  [
    "a Decimal below one",
    { type: "string", pattern: `${decimal}(?:\\d{0,0}|(?=[\\d.]{1,3}0*$)\\d{0,0}\\.\\d{0,2}0*$)` },
  ],
  [
    "a number or a Decimal",
    { anyOf: [{ type: "number" }, { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$" }] },
  ],
  [
    "a list of a tagged union",
    {
      $defs: { Cat: cat, Dog: dog },
      type: "array",
      minItems: 1,
      items: {
        oneOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }],
        discriminator: { propertyName: "kind", mapping: { cat: "#/$defs/Cat", dog: "#/$defs/Dog" } },
      },
    },
  ],
  [
    "a numpy array",
    {
      type: "object",
      properties: {
        data_b64: { type: "string" },
        shape: { type: "array", items: { type: "integer" } },
        dtype: { type: "string" },
      },
      required: ["data_b64", "shape", "dtype"],
    },
  ],
  ["a tuple", { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }], minItems: 2, maxItems: 2 }],
  [
    "a tuple with a rest",
    { type: "array", prefixItems: [{ type: "integer" }], items: { type: "string" }, minItems: 3 },
  ],
  ["a set", { type: "array", items: { type: "integer" }, uniqueItems: true, minItems: 2 }],
  ["a dictionary", { type: "object", additionalProperties: { type: "boolean" }, minProperties: 1 }],
  [
    "a dictionary of certain names",
    { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: { type: "integer" } },
  ],
  [
    "a dictionary of names with a pattern",
    { type: "object", patternProperties: { "^k[0-9]$": { type: "integer" } }, minProperties: 1 },
  ],
  ["a dictionary with keys of its own", { type: "object", patternProperties: {}, maxProperties: 0 }],
  [
    "names that do not tell of their pattern",
    { type: "object", properties: { email: { type: "string", pattern: "^\\d{3}$" } } },
  ],
  [
    "names that do not tell of their bounds",
    { type: "object", properties: { age: { type: "integer", minimum: 500 }, score: { type: "number", maximum: -3 } } },
  ],
  ["a long text", { type: "string", minLength: 500, maxLength: 501 }],
  ["no text", { type: "string", maxLength: 0 }],
  [
    "more texts than there are likely ones",
    { type: "array", items: { type: "string", title: "Word" }, uniqueItems: true, minItems: 30 },
  ],
  ["examples and a default that do not fit", { type: "integer", examples: ["one"], default: 7, maximum: 5 }],
  [
    "a text that is JSON",
    { type: "string", contentMediaType: "application/json", contentSchema: { type: "array", items: { type: "null" } } },
  ],
  ["an optional text", { anyOf: [{ type: "string" }, { type: "null" }] }],
  [
    "parts laid over each other",
    { allOf: [cat, { type: "object", properties: { more: { type: "string" } }, required: ["more"] }] },
  ],
  [
    "names of the prototype",
    {
      type: "object",
      properties: JSON.parse('{"__proto__": {"type": "integer"}, "constructor": {"type": "string"}}') as Record<
        string,
        JsonSchema
      >,
      required: ["__proto__", "constructor"],
      additionalProperties: false,
    },
  ],
];

describe("every sample is valid", () => {
  test.each(outputs)("%s", async (_title, schema) => {
    const compiled = await compileValidator(schema, "output");
    if (!compiled.ok) throw new Error(compiled.reason);
    const sampler = await createSampler(schema, compiled.validate, 1);
    if (sampler === undefined) throw new Error("no sample");
    for (let seed = 0; seed < 100; seed += 1) expect(compiled.validate(sampler(seed))).toStrictEqual([]);
  });
});

const text: JsonSchema = { type: "string" };
const number: JsonSchema = { type: "number" };
const integer: JsonSchema = { type: "integer" };
const moment: JsonSchema = { type: "string", format: "date-time" };
const entries: JsonSchema = { type: "object", additionalProperties: true, minProperties: 1 };

async function samplesOf(properties: Record<string, JsonSchema>): Promise<readonly Record<string, JsonValue>[]> {
  const schema: JsonSchema = { type: "object", properties };
  const sampler = await createSampler(schema, () => [], 1);
  if (sampler === undefined) throw new Error("no sample");
  return Array.from({ length: 20 }, (_, seed) => sampler(seed) as Record<string, JsonValue>);
}

describe("samples are what people expect under a name", () => {
  test.each<[name: string, schema: JsonSchema, form: RegExp]>([
    ["email", text, /^\w+@example\.com$/],
    ["contactEmails", text, /^\w+@example\.com$/],
    ["homepage_url", text, /^https:\/\/example\.com\//],
    ["summary", text, /^The .*\. The .*\.$/],
    ["message", text, /^The [a-z ]+\.$/],
    ["full_name", text, /^[A-Z]/],
    ["FirstName", text, /^[A-Z][a-z]+$/],
    ["created_at", text, /^20\d\d-\d\d-\d\dT/],
    ["short", { ...text, maxLength: 3 }, /^[a-z]{3}$/],
    ["何か", text, /^[a-z]+ [a-z]+$/],
    ["age", integer, /^[1-9]\d$/],
    ["n_tokens", integer, /^\d{1,3}$/],
    ["confidence", number, /^(?:0(?:\.\d{1,4})?|1)$/],
    ["price", number, /^\d{1,3}(?:\.\d\d?)?$/],
    ["total_score", integer, /^\d{1,3}$/],
    ["page", { ...integer, minimum: 40, maximum: 50 }, /^(?:4\d|50)$/],
    ["title", { ...text, examples: ["Dune", "Ulysses"] }, /^(?:Dune|Ulysses)$/],
    ["language", { ...text, default: "pt" }, /^pt$/],
    ["note", { ...text, default: "" }, /^The /],
  ])("%s", async (name, schema, form) => {
    for (const sample of await samplesOf({ [name]: schema })) expect(plain(sample[name])).toMatch(form);
  });

  test.each([
    ["start", "end", number],
    ["x_min", "x_max", integer],
    ["created_at", "updated_at", moment],
    ["startDate", "endDate", { type: "string", format: "date" }],
  ])("%s is before %s", async (first, second, schema) => {
    for (const sample of await samplesOf({ [first]: schema, [second]: schema })) {
      expect([sample[first], sample[second]]).toStrictEqual([sample[first], sample[second]].sort(before));
    }
  });

  test("a list is not empty, and its items go by its name", async () => {
    for (const { emails } of await samplesOf({ emails: { type: "array", items: text } })) {
      expect(plain(emails)).toMatch(/^\["\w+@example\.com"(?:,"\w+@example\.com")*\]$/);
    }
  });

  test("the keys of a dictionary are numbers, for those of integers have to be", async () => {
    for (const { counts } of await samplesOf({ counts: entries })) {
      expect(Object.keys(counts ?? {}).join()).toMatch(/^1(?:,2)?(?:,3)?(?:,4)?$/);
    }
  });
});

function plain(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function before(left: JsonValue | undefined, right: JsonValue | undefined): number {
  return (left ?? 0) <= (right ?? 0) ? -1 : 1;
}

test("lists of lists show what is in them, and what goes on for ever ends", async () => {
  const list = (items: JsonSchema): JsonSchema => ({ type: "array", items });
  const pages = list({ type: "object", properties: { tokens: list(list({ type: "string", const: "token" })) } });
  const binary = { type: "object", properties: { left: list({ $ref: "#" }), right: list({ $ref: "#" }) } };
  for (const { pages: sample, tree: ending } of await samplesOf({ pages, tree: { $defs: {}, ...binary } })) {
    expect(JSON.stringify(sample)).toContain("token");
    expect(JSON.stringify(ending).length).toBeLessThan(10_000);
  }
});

test("samples of any style do not follow names, examples and defaults", async () => {
  const schema: JsonSchema = {
    type: "object",
    properties: { email: { ...text, default: "a@b.c", examples: ["d@e.f"] } },
  };
  const sampler = await createSampler(schema, () => [], 1, "any");
  for (let seed = 0; seed < 20; seed += 1) expect(JSON.stringify(sampler?.(seed))).not.toContain("@");
});

test.each<[string, JsonSchema]>([
  [
    "a model that contains itself",
    {
      $defs: { Loop: { type: "object", properties: { next: { $ref: "#/$defs/Loop" } }, required: ["next"] } },
      $ref: "#/$defs/Loop",
    },
  ],
  ["a text of impossible length", { type: "string", minLength: 5, maxLength: 2 }],
  ["nothing at all", false],
])("of %s there is no sample", async (_title, schema) => {
  const compiled = await compileValidator(schema, "output");
  if (!compiled.ok) throw new Error(compiled.reason);
  expect(await createSampler(schema, compiled.validate, 1)).toBeUndefined();
});

describe("samples follow from the seed and the input", () => {
  const signature = signatureOf(
    { id: { type: "integer" } },
    { type: "array", items: { type: "integer" }, minItems: 3 },
  );

  async function ask(seed: number | undefined, ids: readonly number[]): Promise<JsonValue[]> {
    return await withMock(seed === undefined ? { signature } : { signature, seed }, async ({ url }) => {
      const answers: JsonValue[] = [];
      for (const id of ids) {
        const response = await fetch(`${url}/invocations`, { method: "POST", body: JSON.stringify({ id }) });
        answers.push((await response.json()) as JsonValue);
      }
      return answers;
    });
  }

  test("the same input gives the same answer, in any order", async () => {
    const [first, second] = await ask(undefined, [1, 2]);
    expect(await ask(1, [2, 1, 2])).toStrictEqual([second, first, second]);
  });

  test("another input or another seed gives another answer", async () => {
    const [first, second] = await ask(1, [1, 2]);
    const [other] = await ask(2, [1]);
    expect(new Set([first, second, other].map((answer) => JSON.stringify(answer))).size).toBe(3);
  });
});

test.each([
  ["email", /^[a-z0-9]+@example\.com$/],
  ["base64", /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/],
  ["base64url", /^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2}==|[A-Za-z0-9_-]{3}=)?$/],
])("a sample of the format %s is one", async (format, form) => {
  const output = { type: "array", items: { type: "string", format }, minItems: 20 };
  await withMock({ signature: signatureOf({}, output) }, async ({ url }) => {
    const response = await fetch(`${url}/invocations`, { method: "POST", body: "{}" });
    for (const text of (await response.json()) as string[]) expect(text).toMatch(form);
  });
});
