import { describe, expect, it } from "vitest";
import { parseFunction, parseText, refusalOf, show } from "./parsing.js";

describe("parameters", () => {
  it("knows every kind, with annotations and defaults", () => {
    const { params, returns } = parseFunction("def f(a, /, b: int = 1, *c: *Ts, d, e=2, **g: str) -> A | B: ...");
    expect(params.map((param) => [param.kind, param.name, show(param.annotation), show(param.default)])).toStrictEqual([
      ["positional-only", "a", "", ""],
      ["positional-or-keyword", "b", "int", "int:1"],
      ["var-positional", "c", "*Ts", ""],
      ["keyword-only", "d", "", ""],
      ["keyword-only", "e", "", "int:2"],
      ["var-keyword", "g", "str", ""],
    ]);
    expect(show(returns)).toBe("(A | B)");
  });

  it.each([
    ["def f(a, a): pass", "1:10 duplicate argument 'a' in function definition"],
    ["def f(a=1, b): pass", "1:12 parameter without a default follows parameter with a default"],
    ["def f(a=1, /, b): pass", "1:15 parameter without a default follows parameter with a default"],
    ["def f(*): pass", "1:7 named arguments must follow bare *"],
    ["def f(*, **k): pass", "1:7 named arguments must follow bare *"],
    ["def f(a, /, b, /): pass", "1:16 / may appear only once"],
    ["def f(*a, /): pass", "1:11 / must be ahead of *"],
    ["def f(*a, *b): pass", "1:11 * argument may appear only once"],
    ["def f(**k, a): pass", "1:12 arguments cannot follow var-keyword argument"],
    ["def f(*a=1): pass", "1:9 var-positional argument cannot have default value"],
    ["def f(**k=1): pass", "1:10 var-keyword argument cannot have default value"],
    ["def f(a=): pass", "1:8 expected default value expression"],
    ["lambda a, a: 1", "1:11 duplicate argument 'a' in function definition"],
    ["def f a: pass", "1:7 expected '('"],
    ["def f()", "1:8 expected ':'"],
    ["def f[T, T](): pass", "1:10 duplicate type parameter 'T'"],
    ["def f[T = int, U](): pass", "1:16 non-default type parameter 'U' follows default type parameter"],
  ])("refuses %s", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  it("reads type parameters", () => {
    const { typeParams } = parseFunction("def f[T: int = bool, *Ts = *tuple[int], **P = [str]](): ...");
    expect(typeParams.map((param) => [param.kind, param.name, show(param.bound), show(param.default)])).toStrictEqual([
      ["TypeVar", "T", "int", "bool"],
      ["TypeVarTuple", "Ts", "", "*tuple[int]"],
      ["ParamSpec", "P", "", "list(str)"],
    ]);
  });
});

describe("whether a function yields", () => {
  it.each([
    ["def f(): yield", true],
    ["def f():\n  if a:\n    x = yield b", true],
    ["def f():\n  for x in y:\n    yield from x\n  return", true],
    ["def f():\n  def g():\n    yield\n  return g", false],
    ["def f():\n  class A:\n    x = [(yield)]\n  pass", false],
    ["def f():\n  async def g(): yield\n  return g", false],
    ["def f():\n  def g(x=(yield)): pass", true],
    ["def f():\n  def g():\n    yield\n  yield 1", true],
    ["def f():\n  return lambda: (yield)", false],
    ["def f():\n  return lambda x=(yield): x", true],
    ["def f():\n  return g(lambda: 1, (yield))", true],
    ["def f():\n  return {lambda: 1: (yield)}", true],
    ["def f():\n  return [lambda x=lambda: (yield): (yield)]", false],
    ["def f():\n  'yield'\n  # yield\n  yields = 1", false],
    ["def f():\n  match x:\n    case 1:\n      yield", true],
  ])("%j: %s", (text, expected) => {
    expect(parseFunction(text).yields).toBe(expected);
  });
});

describe("the body of a function", () => {
  it("has a span, from its first token to its last", () => {
    const text = "def f():\n  # a comment\n  a = 1\n  return a\n\nb = 2";
    const { bodySpan, end } = parseFunction(text);
    expect(text.slice(bodySpan.start, bodySpan.end)).toBe("a = 1\n  return a");
    expect({ line: bodySpan.line, column: bodySpan.column, end }).toStrictEqual({
      line: 3,
      column: 3,
      end: bodySpan.end,
    });
  });

  it("is stepped over whatever it holds, up to the next statement", () => {
    const { body } = parseText("def f():\n  some future statement ~> x\n  y: z := {}\nb = 2\n");
    expect(body.map(({ kind }) => kind)).toStrictEqual(["FunctionDef", "Assign"]);
  });

  it("must be there", () => {
    expect(refusalOf("def f():\nx = 1")).toBe("2:1 expected an indented block after function definition on line 1");
  });
});
