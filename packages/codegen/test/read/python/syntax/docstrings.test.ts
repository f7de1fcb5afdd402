import { describe, expect, it } from "vitest";
import { cleanDocstring } from "../../../../src/read/python/syntax/docstrings.js";
import { parseFunction, parseText } from "./parsing.js";

describe("cleanDocstring", () => {
  it.each([
    ["", ""],
    ["  one line  ", "one line  "],
    ["\n    First.\n\n      Second.\n    Third.\n    ", "First.\n\n  Second.\nThird."],
    ["First.\n\tSecond.\n        Third.\n", "First.\nSecond.\nThird."],
    ["a\n  b\n \n  c", "a\nb\n\nc"],
    ["a\tb\n\n", "a       b"],
  ])("makes of %j %j", (text, expected) => {
    expect(cleanDocstring(text)).toBe(expected);
  });
});

describe("docstrings", () => {
  it("are the first statement of a module, a class or a function", () => {
    const module = parseText('"""Module."""\nclass A:\n  """Class.\n\n  More."""\n  x: int\n');
    const [, found] = module.body;
    expect(module.docstring).toBe("Module.");
    expect(found?.kind === "ClassDef" ? found.docstring : undefined).toBe("Class.\n\nMore.");
  });

  it.each([
    ["def f():\n  'a' 'b'\n  return", "ab"],
    ["def f(): 'a'; return", "a"],
    ["def f():\n  ('a'\n   'b')", "ab"],
    ["def f():\n  # a comment\n\n  r'''\n  \\d\n  '''", "\\d"],
    ["def f():\n  'a' % b", undefined],
    ["def f():\n  'a'.b", undefined],
    ["def f():\n  ('a',)", undefined],
    ["def f():\n  b'a'", undefined],
    ["def f():\n  f'a'", undefined],
    ["def f():\n  '\\N{DASH}'", undefined],
    ["def f():\n  x = 1\n  'a'", undefined],
  ])("%j: %j", (text, expected) => {
    expect(parseFunction(text).docstring).toBe(expected);
  });
});
