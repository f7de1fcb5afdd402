import { describe, expect, test } from "vitest";
import { splitReturns } from "../../src/plan/documentation/split-returns.js";

const returns = "A score for each:\n\n- from 0\n- to 1";

describe("what a docstring says of the result is taken out of it", () => {
  test.each([
    ["Google", "Scores.\n\nReturns:\n    A score for each:\n\n    - from 0\n    - to 1\n\nRaises:\n    ValueError"],
    [
      "NumPy",
      "Scores.\n\nReturns\n-------\ndict\n    A score for each:\n\n    - from 0\n    - to 1\n\nRaises\n------\nValueError",
    ],
    ["Sphinx", "Scores.\n\n:return: A score for each:\n\n    - from 0\n    - to 1\n:rtype: dict"],
  ])("in the style of %s", (style, docstring) => {
    const after = { Google: "\n\nRaises:\n    ValueError", NumPy: "\n\nRaises\n------\nValueError", Sphinx: "" }[style];
    expect(splitReturns(docstring)).toStrictEqual({ text: `Scores.${after}`, returns });
  });
});

test.each([
  ["nothing in it", "Returns:\n\nNothing."],
  ["its text on the line of the heading", "Returns: a score."],
  ["several results", "Returns\n-------\nint\n    How many.\nstr\n    Which."],
  ["a type alone", "Returns\n-------\nint"],
  ["another beside it", "Returns:\n    One.\n\n:returns: Another."],
  ["an example around it", "```\nReturns:\n    A score.\n```"],
  ["no underline", "Returns\n    A score."],
])("a section with %s stays as it is", (_, docstring) => {
  expect(splitReturns(docstring)).toStrictEqual({ text: docstring });
});
