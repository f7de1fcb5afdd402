import { expect, test } from "vitest";
import { describeFields } from "../../src/plan/documentation/describe-fields.js";
import type { ChainSignature } from "../../src/signature.js";

/** What is said of a field that has a description, and that the docstring of its model is about. */
function described(own: string, documented: string): unknown {
  const output = {
    description: `A search.\n\nAttributes:\n    top_k: ${documented}`,
    properties: { top_k: { type: "integer", ...(own === "" ? {} : { description: own }) } },
  };
  const signature: ChainSignature = { formatVersion: 1, name: "Search", source: "a.py", transport: "json", output };
  const { output: found } = describeFields(signature);
  return found;
}

test.each([
  ["what only the docstring says", "", "How many results.", "How many results."],
  ["the same twice", "How many results.", "How many results", "How many results."],
  [
    "the same in other articles, case and marks",
    "Number of `results`",
    "The number of results.",
    "Number of `results`",
  ],
  [
    "what the docstring adds to",
    "How many results.",
    "How many results, at most 100.",
    "How many results, at most 100.",
  ],
  [
    "what the docstring says less of",
    "How many results, at most 100.",
    "How many results.",
    "How many results, at most 100.",
  ],
  ["part of a word", "How many", "How many-fold.", "How many\n\nHow many-fold."],
  ["two things", "How many.", "Less is faster.", "How many.\n\nLess is faster."],
  ["other signs", "x < 3", "x > 3", "x < 3\n\nx > 3"],
])("a field is described once: %s", (_, own, documented, expected) => {
  expect(described(own, documented)).toStrictEqual({
    description: "A search.",
    properties: { top_k: { type: "integer", description: expected } },
  });
});

test("a long row of marks within a word is read once", () => {
  const marks = `${".".repeat(200_000)}x`;
  const started = performance.now();
  expect(described("", marks)).toMatchObject({ properties: { top_k: { description: marks } } });
  expect(performance.now() - started).toBeLessThan(5000);
}, 120_000);
