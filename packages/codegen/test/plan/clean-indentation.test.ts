import { expect, test } from "vitest";
import { cleanIndentation } from "../../src/plan/documentation/clean-indentation.js";

test.each([
  ["", ""],
  ["  One line. ", "One line."],
  ["First.\n\n        Second.\n          - third\n    ", "First.\n\nSecond.\n  - third"],
  ["\n    First.\n    Second.\n", "First.\nSecond."],
  ["First.\n    code\nLast.", "First.\n    code\nLast."],
  ["First.\n\tSecond.\n\t\tthird", "First.\nSecond.\n\tthird"],
])("the indentation that all lines but the first share is taken out: %j", (text, expected) => {
  expect(cleanIndentation(text)).toBe(expected);
});
