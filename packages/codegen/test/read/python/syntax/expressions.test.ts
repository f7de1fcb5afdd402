import { describe, expect, it } from "vitest";
import { parseValue, refusalOf, show } from "./parsing.js";

describe("expressions", () => {
  it.each([
    ["a or b and not c", "(a or (b and (not c)))"],
    ["a < b <= c not in d is not e", "(a < b <= c not in d is not e)"],
    ["a | b ^ c & d << e + f * -g ** -h", "(a | (b ^ (c & (d << (e + (f * (- (g ** (- h)))))))))"],
    ["a - b - c", "((a - b) - c)"],
    ["a ** b ** c", "(a ** (b ** c))"],
    ["(a + b) * c", "((a + b) * c)"],
    ["a if b else c if d else e", "(a if b else (c if d else e))"],
    ["lambda x, *y, z=1: x or y", "(lambda x y z: (x or y))"],
    ["a.b[c](d)", "a.b[c](d)"],
    ["x[1:2, ::3, ...]", "x[tuple(slice(int:1:int:2:) slice(::int:3) ...)]"],
    ["tuple[int, *Ts]", "tuple[tuple(int *Ts)]"],
    ["tuple[*Ts]", "tuple[tuple(*Ts)]"],
    ["f(a, *b, c=1, **d)", "f(a *b c=int:1 **=d)"],
    ["f(x for x in y)", "f(generator-comprehension)"],
    ["f((y := 1), z := 2)", "f((y := int:1) (z := int:2))"],
    ["(), (a,), (a), [a], {a}", "tuple(tuple() tuple(a) a list(a) set(a))"],
    ["{}, {'a': 1, **b}", 'tuple(dict() dict("a":int:1 **:b))'],
    ["[x async for x in y if a if b]", "list-comprehension"],
    ["{a: b for a, *b in c}", "dict-comprehension"],
    ["{a for a in c}", "set-comprehension"],
    ["await a.b ** c", "((await a.b) ** c)"],
    ["None, True, False, ...", "tuple(None True False ...)"],
    ["*a, b", "tuple(*a b)"],
    ["__proto__.constructor(toString=1)", "__proto__.constructor(toString=int:1)"],
  ])("reads %s", (text, expected) => {
    expect(show(parseValue(text))).toBe(expected);
  });

  it.each([
    ["f(a=1, b)", "1:9 positional argument follows keyword argument"],
    ["f(**a, b)", "1:9 positional argument follows keyword argument unpacking"],
    ["f(**a, *b)", "1:8 iterable argument unpacking follows keyword argument unpacking"],
    ["f(a=1, a=2)", "1:8 keyword argument repeated: a"],
    ["f(1, x for x in y)", "1:6 Generator expression must be parenthesized"],
    ["f(a.b=1)", '1:3 expression cannot contain assignment, perhaps you meant "=="?'],
    ["f(a, b c)", "1:6 invalid syntax. Perhaps you forgot a comma?"],
    ["[*a for a in b]", "1:2 iterable unpacking cannot be used in comprehension"],
    ["{1: 2, 3}", "1:8 ':' expected after dictionary key"],
    ["(*a)", "1:2 cannot use starred expression here"],
    ["x = 1 if 2", "1:5 expected 'else' after 'if' expression"],
    ["(f() := 2)", "1:2 cannot use assignment expressions with function call"],
    ["x := 1", "1:3 invalid syntax"],
    ["a..b", "1:3 invalid syntax"],
    ["a <> b", "1:4 invalid syntax"],
    ["print x", "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?"],
  ])("refuses %s", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });
});

describe("assignment", () => {
  it.each([
    ["f() = 1", "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?"],
    ["x = f() = 1", "1:5 cannot assign to function call"],
    ["True = 1", "1:1 cannot assign to True"],
    ["(a, f()) = 1", "1:5 cannot assign to function call"],
    ["a + b = 1", "1:1 cannot assign to expression here. Maybe you meant '==' instead of '='?"],
    ["a < b = 1", "1:1 cannot assign to comparison"],
    ["*a = 1", "1:1 starred assignment target must be in a list or tuple"],
    ["f() += 1", "1:1 'function call' is an illegal expression for augmented assignment"],
    ["f(): int", "1:1 illegal target for annotation"],
    ["a, b: int", "1:1 only single target (not tuple) can be annotated"],
    ["del f()", "1:5 cannot delete function call"],
    ["for f() in x: pass", "1:5 cannot assign to function call"],
    ["if x = 1: pass", "1:4 invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
  ])("refuses %s", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });

  it.each(["a, *b = c", "[a, (b, c.d)] = e[f] = g", "(y): int = 1", "a.b: str", "x = yield", "x[0] **= yield y"])(
    "allows %s",
    (text) => {
      expect(refusalOf(text)).toBeUndefined();
    },
  );
});
