import { describe, expect, it } from "vitest";
import { parseValue, refusalOf, show } from "./parsing.js";

describe("numbers", () => {
  it.each([
    ["1_000", "int:1000"],
    ["0x_dead_BEEF", "int:0xdeadBEEF"],
    ["0o17", "int:0o17"],
    ["0B1", "int:0B1"],
    ["00", "int:00"],
    ["1.", "float:1."],
    [".5e-3", "float:.5e-3"],
    ["1e400", "float:1e400"],
    ["1_0.0_1e+1_0", "float:10.01e+10"],
    ["2J", "complex:2J"],
    ["1if 1else 2", "(int:1 if int:1 else int:2)"],
  ])("reads %s", (text, expected) => {
    expect(show(parseValue(text))).toBe(expected);
  });

  it.each([
    ["0777", "1:1 leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers"],
    ["0b12", "1:4 invalid digit '2' in binary literal"],
    ["0o8", "1:3 invalid digit '8' in octal literal"],
    ["0x", "1:2 invalid hexadecimal literal"],
    ["0xEj", "1:3 invalid hexadecimal literal"],
    ["1abc", "1:1 invalid decimal literal"],
    ["1__0", "1:2 invalid decimal literal"],
  ])("refuses %s", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });
});

describe("strings", () => {
  it.each([
    ["'a' \"b\"", '"ab"'],
    ["('a'\n  # a comment\n  r'\\d')", '"a\\\\d"'],
    ["'\\n\\t\\\\\\'\\\"\\a\\v'", JSON.stringify("\n\t\\'\"\x07\v")],
    ["'\\x41\\u00e9\\U0001F600'", '"Aé😀"'],
    ["'\\101\\0\\400'", JSON.stringify("A\0Ā")],
    ["'a\\\nb'", '"ab"'],
    ["'\\d\\8'", '"\\\\d\\\\8"'],
    ["'''a\n'b'''", JSON.stringify("a\n'b")],
    ["u'é'", '"é"'],
    ["rb'\\x00' B'\\xff\\0'", "b[92,120,48,48,255,0]"],
    ["'\\N{EM DASH}'", "f(?)"],
    ["r'\\N{EM DASH}'", '"\\\\N{EM DASH}"'],
    ["'a' f'{b}' 'c' f'd'", 'f("a" {b} "cd")'],
    ["f''", "f()"],
    ["f'a'", 'f("a")'],
    ["t'{a!r:>{w}}'", "f(?)"],
    ["f'{d['key']}{f'{x}'}'", 'f({d["key"]} {f({x})})'],
    ["f'{x!r:%H:%M}{{}}{y:{z}.{w}}'", 'f({x!r:"%H:%M"} "{}" {y:{z}+"."+{w}})'],
    ["f'{x}\\N{DASH}'", "f(?)"],
    ["f'{x=}{ y = !s}{z=:>3}{a == b}'", 'f("x=" {x!r} " y = " {y!s} "z=" {z:">3"} {(a == b)})'],
    ["f'{a, *b}{(lambda: 1)()}{ {1: 2}[1] }'", "f({tuple(a *b)} {(lambda : int:1)()} {dict(int:1:int:2)[int:1]})"],
    ["f'{x!=y}{x:=^5}'", 'f({(x != y)} {x:"=^5"})'],
    ["f'\\x41\\{{{x}}}\\n'", 'f("A\\\\{" {x} "}\\n")'],
    ["f'''{\na # }\n}'''", "f({a})"],
    ["rf'\\d{x:\\d}\\''", `f(${JSON.stringify("\\d")} {x:${JSON.stringify("\\d")}} ${JSON.stringify("\\'")})`],
  ])("decodes %j", (text, expected) => {
    expect(show(parseValue(text))).toBe(expected);
  });

  it.each([
    ["'a' b'b'", "1:1 cannot mix bytes and nonbytes literals"],
    ["b'é'", "1:1 bytes can only contain ASCII literal characters"],
    ["'\\x1'", "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \\xXX escape"],
    [
      "'\\N'",
      "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \\N character escape",
    ],
    [
      "'\\U00110000'",
      "1:1 (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character",
    ],
    ["b'\\x1'", "1:1 (value error) invalid \\x escape at position 0"],
    ["x = 'abc\ny", "1:5 unterminated string literal (detected at line 1)"],
    ['"""a\nb\n', "1:1 unterminated triple-quoted string literal (detected at line 2)"],
    ["f'abc", "1:1 unterminated f-string literal (detected at line 1)"],
    ["f'{a'", "1:5 f-string: expecting '}'"],
    ["f'{a", "1:3 '{' was never closed"],
    ["f'}'", "1:3 f-string: single '}' is not allowed"],
    ["f'{}'", "1:4 f-string: valid expression required before '}'"],
    ["f'{a b}'", "1:6 f-string: expecting '=', or '!', or ':', or '}'"],
    ["f'{a!x}'", "1:6 f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"],
    ["f'{a[}'", "1:7 f-string: expecting '}'"],
  ])("refuses %j", (text, expected) => {
    expect(refusalOf(text)).toBe(expected);
  });
});
