import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { formatLocation } from "../../src/mock/validation/location.js";
import { inputErrorText } from "../../src/mock/validation/problem.js";
import { compileValidator, type Validator } from "../../src/mock/validation/validator.js";
import type { JsonSchema, JsonValue } from "../../src/signature.js";

/** A model of one field `x`, a value, and what pydantic 2.13 says of it: place and message. */
interface PydanticCase {
  readonly schema: JsonSchema;
  readonly value: JsonValue;
  readonly problems: readonly (readonly [location: string, message: string])[];
}

const file = new URL("../../../../fixtures/pydantic/problems.json", import.meta.url);
const cases = JSON.parse(readFileSync(file, "utf8")) as readonly PydanticCase[];

/** Most cases share their schema with others, and compiling takes a while. */
const validators = new Map<string, Promise<Validator>>();

function validator(schema: JsonSchema, side: "input" | "output" = "input"): Promise<Validator> {
  const key = JSON.stringify([side, schema]);
  const known = validators.get(key) ?? compile(schema, side);
  validators.set(key, known);
  return known;
}

async function compile(schema: JsonSchema, side: "input" | "output"): Promise<Validator> {
  const result = await compileValidator(schema, side);
  if (!result.ok) throw new Error(result.reason);
  return result.validate;
}

describe("a value that does not fit is told in pydantic's words", () => {
  test.each(cases.map((one) => [JSON.stringify(one.value), one.problems[0]?.[1], one] as const))(
    "%s: %s",
    async (_value, _message, { schema, value, problems }) => {
      const validate = await validator(schema);
      const found = validate(value).map(({ location, message }) => [formatLocation(location), message]);
      expect(found).toStrictEqual(problems);
    },
  );
});

describe("what pydantic would turn into the right type is refused as its strict mode does", () => {
  test.each<[string, JsonSchema, JsonValue, string]>([
    ["int from text", { type: "integer" }, "7", "Input should be a valid integer"],
    ["int from text with a zero fraction", { type: "integer" }, "7.0", "Input should be a valid integer"],
    ["int from bool", { type: "integer" }, true, "Input should be a valid integer"],
    ["float from text", { type: "number" }, "2.5", "Input should be a valid number"],
    ["float from bool", { type: "number" }, false, "Input should be a valid number"],
    ["bool from int", { type: "boolean" }, 1, "Input should be a valid boolean"],
    ["bool from text", { type: "boolean" }, "yes", "Input should be a valid boolean"],
    ["datetime from number", { type: "string", format: "date-time" }, 1, "Input should be a valid datetime"],
    ["date from number", { type: "string", format: "date" }, 0, "Input should be a valid date"],
    ["time from number", { type: "string", format: "time" }, 0, "Input should be a valid time"],
    ["timedelta from number", { type: "string", format: "duration" }, 90.5, "Input should be a valid timedelta"],
    ["IntEnum from text", { enum: [1, 2], type: "integer" }, "1", "Input should be 1 or 2"],
    ["Literal from bool", { enum: [1, 2], type: "integer" }, true, "Input should be 1 or 2"],
  ])("%s", async (_title, schema, value, message) => {
    const validate = await validator(schema);
    expect(validate(value)).toStrictEqual([{ location: [], message }]);
  });
});

const limitedDecimal = {
  type: "string",
  pattern: "^(?!^[-+.]*$)[+-]?0*(?:\\d{0,2}|(?=[\\d.]{1,5}0*$)\\d{0,2}\\.\\d{0,2}0*$)",
};

test.each<[string, JsonSchema, JsonValue]>([
  ["a whole number for a float", { type: "number" }, 1],
  ["a float that is whole for an int", { type: "integer" }, 41],
  ["NaN", { type: "number" }, Number.NaN],
  ["an infinity", { type: "number" }, Number.NEGATIVE_INFINITY],
  ["a set with equal items", { type: "array", items: { type: "integer" }, uniqueItems: true }, [1, 1]],
  ["an unknown key", { type: "object", properties: { a: { type: "integer" } } }, { b: 1 }],
  ["a pattern that JavaScript cannot read", { type: "string", pattern: "(?i)^a++$" }, "b"],
  [
    "a key whose pattern JavaScript cannot read",
    { type: "object", patternProperties: { "(?i)^a+$": { type: "integer" } } },
    { A: 1 },
  ],
  ["an anchor of Python's", { type: "string", pattern: "\\Aa\\Z" }, "a"],
  ["a letter beyond ASCII among word characters", { type: "string", pattern: "^\\w+[\\w.-]+$" }, "né.é"],
  ["digits of another script", { type: "string", pattern: "^\\d+$" }, "٣"],
  ["a carriage return for any character", { type: "string", pattern: "^.$" }, "\r"],
  ["a needless escape", { type: "string", pattern: "^a\\-b\\@$" }, "a-b@"],
  ["a null in a nullable union", { anyOf: [{ type: "integer" }, { type: "string" }, { type: "null" }] }, null],
  ["zeros before and after a Decimal of four digits, two of them after its point", limitedDecimal, "00012.3400"],
  [
    "a tuple without what has a default",
    { type: "array", prefixItems: [{ type: "integer" }, { type: "integer" }], minItems: 1, maxItems: 2 },
    [1],
  ],
  ["half a character in a text", { type: "string" }, "a\ud800"],
  [
    "half a character in a text that may be another type",
    { anyOf: [{ type: "integer" }, { type: "string" }] },
    "\udc00",
  ],
  ["what fits two members", { oneOf: [{ type: "integer" }, { type: "number" }] }, 1],
])("%s is taken", async (_title, schema, value) => {
  const validate = await validator(schema);
  expect(validate(value)).toStrictEqual([]);
});

test("null stands for a float that is not a number on the way out, and only there", async () => {
  const schema: JsonSchema = { type: "array", items: { type: "number" } };
  expect((await validator(schema, "output"))([null, 1])).toStrictEqual([]);
  expect((await validator(schema))([null])).toStrictEqual([
    { location: [0], message: "Input should be a valid number" },
  ]);
});

test("a keyword that pydantic never writes is told in ajv's words", async () => {
  const validate = await validator({ type: "object", properties: { a: { type: "integer", not: { const: 3 } } } });
  expect(validate({ a: 3 })).toStrictEqual([{ location: ["a"], message: "Input must NOT be valid" }]);
});

test("names of the prototype are names of fields", async () => {
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const properties = Object.fromEntries(names.map((name) => [name, { type: "integer" }]));
  const schema = { type: "object", title: "M", properties, required: names, additionalProperties: false };
  const validate = await validator(schema);
  expect(validate(JSON.parse("{}") as JsonValue).map(({ location }) => location)).toStrictEqual(
    names.map((name) => [name]),
  );
  expect(validate(Object.fromEntries(names.map((name) => [name, 1])))).toStrictEqual([]);
  expect(validate(Object.fromEntries(names.map((name) => [name, "x"])))).toHaveLength(names.length);
});

test("an alias that contains itself is named once", async () => {
  const json = { $ref: "#/$defs/Json" };
  const validate = await validator({
    $defs: { Json: { anyOf: [{ type: "array", items: json }, { type: "integer" }] } },
    ...json,
  });
  expect(validate([["x"]]).map(({ location }) => location.join("."))).toStrictEqual([
    "list[union[list[...],int]].0.list[union[list[...],int]].0.list[union[list[...],int]]",
    "list[union[list[...],int]].0.list[union[list[...],int]].0.int",
    "list[union[list[...],int]].0.int",
    "int",
  ]);
});

test("a schema that cannot be compiled is told with its reason", async () => {
  expect(await compileValidator({ $ref: "#/$defs/Nothing" }, "input")).toStrictEqual({
    ok: false,
    reason: "can't resolve reference #/$defs/Nothing from id #",
  });
});

test("several problems have a line each", () => {
  const problems = [
    { location: [], message: "Field required" },
    { location: ["a", "b", 0, "c"], message: "Input should be None" },
  ];
  expect(inputErrorText(problems)).toBe(
    "Input Parsing Errors:\n  ``: Field required.\n  `a.b[0].c`: Input should be None.",
  );
  expect(inputErrorText([{ location: ["a\nb\n\nc"], message: "Field required" }])).toBe(
    "Input Parsing Error:\n  `a\n  b\n\n  c`: Field required.",
  );
});
