import { describe, expect, it } from "vitest";
import type { Statement } from "../../../../src/read/python/syntax/nodes.js";
import { parseModule } from "../../../../src/read/python/syntax/parse.js";
import { flatten, parseText, parseValue, refusalOf } from "./parsing.js";

const places = (statements: readonly Statement[]): [string, number, number][] =>
  flatten(statements).map(({ kind, line, column }) => [kind, line, column]);

describe("line ends and marks", () => {
  it.each([
    ["LF", "class A:\n    x: int\n\n    y: str\n"],
    ["CRLF", "class A:\r\n    x: int\r\n\r\n    y: str\r\n"],
    ["CR", "class A:\r    x: int\r\r    y: str\r"],
    ["a byte order mark", "\ufeffclass A:\n    x: int\n\n    y: str\n"],
    ["no last line end", "class A:\n    x: int\n\n    y: str"],
  ])("places are the same with %s", (_, text) => {
    const module = parseText(text);
    expect(module.text.trimEnd()).toBe("class A:\n    x: int\n\n    y: str");
    expect(places(module.body)).toStrictEqual([
      ["ClassDef", 1, 1],
      ["AnnAssign", 2, 5],
      ["AnnAssign", 4, 5],
    ]);
  });

  it("counts a tab as one column, and a character beyond the basic plane as two", () => {
    expect(places(parseText("if a:\n\tx = '😀'; y = 1\n").body)).toStrictEqual([
      ["If", 1, 1],
      ["Assign", 2, 2],
      ["Assign", 2, 12],
    ]);
  });

  it("spans leave out parentheses that only group, as in CPython's tree", () => {
    const text = "((a) + b)";
    const { start, end } = parseValue(text);
    expect(text.slice(start, end)).toBe("(a) + b");
  });

  it("gives the name of a class and of a parameter their own spans", () => {
    const text = "@a\nclass Name(B):\n  def f(self, item: int): ...\n";
    const [found] = parseText(text).body;
    if (found?.kind !== "ClassDef") throw new Error("no class");
    const method = found.body[0];
    const param = method?.kind === "FunctionDef" ? method.params[1] : undefined;
    expect(found.nameSpan).toStrictEqual({ start: 9, end: 13, line: 2, column: 7 });
    expect([found.line, found.column]).toStrictEqual([2, 1]);
    expect([param?.line, param?.column, text.slice(param?.start, param?.end)]).toStrictEqual([3, 15, "item"]);
  });
});

describe("indentation", () => {
  it.each([
    ["if x:\n    a\n  b\n", "3:4 unindent does not match any outer indentation level"],
    ["if x:\n\ta\n        b\n", "3:1 inconsistent use of tabs and spaces in indentation"],
    ["if x:\n        a\n\tb\n", "3:1 inconsistent use of tabs and spaces in indentation"],
    ["x = 1\n  y = 2\n", "2:2 unexpected indent"],
    ["class A:\nx = 1\n", "2:1 expected an indented block after class definition on line 1"],
    ["try:\n  pass\nexcept:\npass\n", "4:1 expected an indented block after 'except' statement on line 3"],
    ["if x:\n  pass\nelif y:\npass\n", "4:1 expected an indented block after 'elif' statement on line 3"],
  ])("refuses %j", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  it.each([
    "if x:\n\ta\n\tb\n",
    "if x:\n  a\n # a comment\n\n  b\n",
    "if x:\n  a\n\f  b\n\fc\n",
    "if a and \\\n b:\n  \\\n    c\n  d\n",
    "if x: a; b;\nelse: c\n",
    "x = [\n1,\n    2]\n",
    "",
    "# only a comment",
    "\n  \n\t\n",
  ])("allows %j", (text) => {
    expect(refusalOf(text)).toBeUndefined();
  });
});

describe("brackets", () => {
  it.each([
    ["x = (a, b\ny = 1\n", "1:5 '(' was never closed"],
    ["x = {\n", "1:5 '{' was never closed"],
    ["x = (1 +* 2\n", "1:9 invalid syntax"],
    ["x y (\n", "1:3 invalid syntax"],
    ["def f():\n    x = [1\n    y = 2\n", "2:9 '[' was never closed"],
    ["x = )", "1:5 unmatched ')'"],
    ["x = (]", "1:6 closing parenthesis ']' does not match opening parenthesis '('"],
    ["x = (\n]", "2:1 closing parenthesis ']' does not match opening parenthesis '(' on line 1"],
  ])("refuses %j", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });
});

describe("characters", () => {
  it.each([
    ["x = $a", "1:5 invalid syntax"],
    ["x = –1", "1:5 invalid character '–' (U+2013)"],
    ["x = a\u00a0b", "1:6 invalid non-printable character U+00A0"],
    ["x = 1 \\ 2", "1:8 unexpected character after line continuation character"],
    ["x = 1 \\\n", "1:7 unexpected EOF while parsing"],
    ["a\0b", "1:2 source code cannot contain null bytes"],
    ["x = 1\n<<<<<<< HEAD\n", "2:1 invalid syntax"],
  ])("refuses %j", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  it("compares names as Python does, normalised", () => {
    const value = parseValue("ｆｕｌｌ.𝔘");
    expect(value).toMatchObject({ kind: "Attribute", attr: "U", value: { kind: "Name", id: "full" } });
  });
});

describe("limits", () => {
  const depth = 5000;
  it.each([
    ["brackets", "(".repeat(depth), "1:201 too many nested parentheses"],
    ["signs", "-".repeat(depth), "1:1001 too many nested expressions"],
    ["lambdas", "lambda:".repeat(depth), "1:7001 too many nested expressions"],
    ["conditionals", `${"1 if 1 else ".repeat(depth)}1`, "1:12001 too many nested expressions"],
    ["a long sum", `1${"+1".repeat(depth)}`, "1:5002 too many chained operations"],
    ["a chain of calls", `f${"()".repeat(depth)}`, "1:5004 too many chained operations"],
    ["elif", `if a: b\n${"elif a: b\n".repeat(depth)}`, "1001:6 too many nested expressions"],
    ["f-strings", `${"f'{".repeat(depth)}`, "1:453 f-string: expressions nested too deeply"],
    [
      "blocks",
      Array.from({ length: 150 }, (_, level) => `${" ".repeat(level)}if a:`).join("\n"),
      "101:1 too many levels of indentation",
    ],
  ])("%s nested too deep are a syntax error", (_, text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  it("reads what nests as deep as CPython allows", () => {
    expect(refusalOf(`x = ${"(not -f[".repeat(66)}1${"])".repeat(66)}`)).toBeUndefined();
  });

  it("reads long sources in a time that grows with their length", () => {
    const lines = "class A:\n    x: dict[str, int] = field(default=f'{a}', description='b')  # c\n".repeat(20_000);
    const start = performance.now();
    expect(parseModule(new TextEncoder().encode(lines)).body).toHaveLength(20_000);
    expect(refusalOf(`x = "${"\\N{".repeat(100_000)}"`)).toMatch(/malformed/);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
