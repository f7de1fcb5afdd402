import { describe, expect, it } from "vitest";
import { flatten, parseText, refusalOf, show } from "./parsing.js";

const kinds = (text: string): string[] => flatten(parseText(text).body).map(({ kind }) => kind);

describe("statements", () => {
  it("reads classes with bases, keywords, type parameters and decorators", () => {
    const [found] = parseText("@a.b\n@c(1)\nclass A[T](B, *Cs, metaclass=M, **kw):\n  x: int = 1\n").body;
    if (found?.kind !== "ClassDef") throw new Error("no class");
    expect(found.decorators.map(show)).toStrictEqual(["a.b", "c(int:1)"]);
    expect(found.bases.map(show)).toStrictEqual(["B", "*Cs"]);
    expect(found.keywords.map(({ name, value }) => [name, show(value)])).toStrictEqual([
      ["metaclass", "M"],
      [undefined, "kw"],
    ]);
    expect(found.typeParams.map(({ name }) => name)).toStrictEqual(["T"]);
  });

  it("reads imports", () => {
    const text = "import a.b as c, d\nfrom ...x.y import (e as f, g,)\nfrom . import *\nfrom .... import h\n";
    const found = parseText(text).body.map((statement) => {
      if (statement.kind === "Import") return statement.names.map(({ name, as }) => [name, as]);
      if (statement.kind !== "ImportFrom") return [];
      return [statement.level, statement.module, ...statement.names.map(({ name, as }) => [name, as])];
    });
    expect(found).toStrictEqual([
      [
        ["a.b", "c"],
        ["d", undefined],
      ],
      [3, "x.y", ["e", "f"], ["g", undefined]],
      [1, "", ["*", undefined]],
      [4, "", ["h", undefined]],
    ]);
  });

  it("finds declarations in every kind of block", () => {
    const text = `
if a:
  x: int
elif b:
  y = 1
else:
  z += 1
try:
  import a
except A, B:
  import b
except* (C, D) as e:
  import c
else:
  import d
finally:
  import e
for x, *y in *a, b:
  class A: pass
else:
  class B: pass
while (n := a): import f
with (open("a") as f, lambda: {1: 2}): import g
match x, *y:
  case {"a": [1, *rest]} | A(b=1) if (lambda: 1)(): import h
  case _:
    import i
async def f(): ...
type X[T] = list[T]
`;
    const expected = [
      ...["If", "AnnAssign", "If", "Assign", "AugAssign"],
      ...["Try", "Import", "Import", "Import", "Import", "Import"],
      ...["Block", "ClassDef", "OtherStatement", "ClassDef", "OtherStatement"],
      ...["Block", "Import", "Block", "Import", "Block", "Import", "Import"],
      ...["FunctionDef", "TypeAlias"],
    ];
    expect(kinds(text)).toStrictEqual(expected);
  });

  it("reads soft keywords as names where they are names", () => {
    const text =
      "match = 1\nmatch[0]\nmatch(1, 2)\nmatch.x: int\ncase = type = _ = 3\ntype(x)\ntype[int]\nprint(match, case)\n";
    const [first, index, call, attribute] = ["Assign", "ExpressionStatement", "ExpressionStatement", "AnnAssign"];
    expect(kinds(text)).toStrictEqual([first, index, call, attribute, first, index, index, call]);
  });

  it("reads what declares nothing by its keyword", () => {
    const text = "pass; return a, *b\nraise A from b\ndel a, b[0]\nglobal c, d\nassert a, 'b'\n";
    const keywords = parseText(text).body.map((statement) => "keyword" in statement && statement.keyword);
    expect(keywords).toStrictEqual(["pass", "return", "raise", "del", "global", "assert"]);
  });

  it.each([
    ["class A", "1:8 expected ':'"],
    ["class A[]: pass", "1:9 Type parameter list cannot be empty"],
    ["if x\n  pass", "1:5 expected ':'"],
    ["with x as y\n  pass", "1:12 expected ':'"],
    ["try:\n  pass\nx = 1", "3:1 expected 'except' or 'finally' block"],
    ["try:\n  pass\nexcept A, B as c:\n  pass", "3:8 multiple exception types must be parenthesized when using 'as'"],
    ["else: pass", "1:1 invalid syntax"],
    ["from a import b,", "1:17 trailing comma not allowed without surrounding parentheses"],
    ["from a import ()", "1:16 invalid syntax"],
    ["import a as b.c", "1:14 invalid syntax"],
    ["@a\nx = 1", "2:1 invalid syntax"],
    ["x = 1 2", "1:7 invalid syntax"],
    ["pass x", "1:6 invalid syntax"],
    ["None = 1", "1:1 cannot assign to None"],
    ["def None(): pass", "1:5 invalid syntax"],
  ])("refuses %j", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });
});
