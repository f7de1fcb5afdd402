import { describe, expect, test } from "vitest";
import { constraintSentences } from "../../src/plan/documentation/constraints.js";
import type { JsonSchema } from "../../src/signature.js";

describe("what a schema asks of a value is said in sentences", () => {
  test.each<[JsonSchema, string]>([
    [{ minimum: 1, maximum: 10 }, "At least 1, at most 10."],
    [
      { exclusiveMinimum: 0, exclusiveMaximum: 1.5, multipleOf: 0.5 },
      "Greater than 0, less than 1.5, a multiple of 0.5.",
    ],
    [{ minLength: 1 }, "At least 1 character."],
    [{ minLength: 0, maxLength: 5 }, "At most 5 characters."],
    [{ minLength: 3, maxLength: 3 }, "Exactly 3 characters."],
    [{ minItems: 1, maxItems: 4 }, "At least 1, at most 4 items."],
    [{ prefixItems: [true], minItems: 1, maxItems: 1 }, ""],
    [{ minProperties: 2 }, "At least 2 entries."],
    [{ uniqueItems: true }, "No duplicates."],
    [{ pattern: "^a`b$" }, "Matches `` ^a`b$ ``."],
    [{ pattern: "(?x)\n \\d\u2028\u202e" }, "Matches `(?x)\\n \\d\\u2028\\u202e`."],
    [{ format: "date-time" }, "Date and time, ISO 8601."],
    [{ format: "zoneinfo" }, "Format: zoneinfo."],
    [{ contentEncoding: "base64", contentMediaType: "image/png" }, "Encoded as `base64`, content of type `image/png`."],
    [{ anyOf: [{ type: "integer", minimum: 0 }, { type: "null" }] }, "At least 0."],
    [
      {
        anyOf: [
          { type: "number", minimum: 0 },
          { type: "integer", maximum: 1 },
        ],
      },
      "As a number: at least 0. As an integer: at most 1.",
    ],
    [{ items: { format: "uuid" }, minItems: 1 }, "At least 1 item. Each item: UUID."],
    [
      { prefixItems: [true, { format: "binary" }, { items: { minimum: 0 } }], items: false },
      "Item 2: bytes, as UTF-8 text. Item 3: each item: at least 0.",
    ],
    [{ prefixItems: [{ format: "time" }, { format: "time" }] }, "Each item: time, ISO 8601."],
    [{ format: "uri", minLength: 1 }, "URL. At least 1 character."],
    [{ maximum: 2 ** 60 }, "At most 1152921504606846976."],
    [{ maximum: 1e21 }, "At most 1e+21."],
    [
      {
        anyOf: [{ properties: { data_b64: { format: "byte" }, shape: true, dtype: true } }, { type: "null" }],
      },
      "Numpy array, which `fromJsonArray` and `toJsonArray` of `@typed-chains/runtime/binary` convert.",
    ],
    [
      { additionalProperties: { minimum: 1 }, propertyNames: { format: "date" } },
      "Each value: at least 1. Each key: date, ISO 8601.",
    ],
    [true, ""],
  ])("%j", (schema, text) => {
    expect(constraintSentences(schema).join(" ")).toBe(text);
  });
});
