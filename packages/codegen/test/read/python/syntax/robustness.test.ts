import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refusalOf } from "./parsing.js";

const folder = new URL("../../../../../../fixtures/python-syntax/", import.meta.url);
const probes = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)).toString("latin1"));

/** Words of the language, in any order: nearer to Python than random text, and seldom Python. */
const words = fc.constantFrom(
  ...[
    "def f",
    "class A",
    "lambda",
    "if",
    "else",
    "elif",
    "for",
    "in",
    "async",
    "await",
    "yield",
    "match",
    "case",
    "type",
  ],
  ...[
    "try",
    "except",
    "finally",
    "with",
    "as",
    "import",
    "from",
    "return",
    "not",
    "is",
    "print",
    "None",
    "x",
    "1",
    "'s'",
  ],
  ...[
    "f'{",
    "}'",
    "f'",
    't"',
    "b'",
    "'''",
    "\\N{",
    "\\x",
    "0x",
    "1_",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ":=",
    "=",
    ",",
  ],
  ...[
    "*",
    "**",
    "/",
    "->",
    "@",
    ".",
    "...",
    ";",
    "\n",
    "\n  ",
    "\n\t",
    "\\\n",
    "#",
    "\f",
    "\r",
    "\0",
    "é",
    "😀",
    "–",
    " ",
  ],
);

describe("the parser, on whatever it is given,", () => {
  it("returns a module or throws a PythonSyntaxError with a place in the file: any words", () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        expect(refusalOf(parts.join("")) ?? "1:1 ").toMatch(/^[1-9]\d*:[1-9]\d* /);
      }),
      { numRuns: 3000 },
    );
  });

  it("returns a module or throws a PythonSyntaxError: any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(refusalOf(bytes) ?? "1:1 ").toMatch(/^[1-9]\d*:[1-9]\d* /);
      }),
      { numRuns: 1000 },
    );
  });

  it("returns a module or throws a PythonSyntaxError: probes that were cut and spliced", () => {
    const piece = fc.tuple(fc.constantFrom(...probes), fc.nat(400), fc.nat(120));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 4 }), (pieces) => {
        const text = pieces.map(([probe, start, length]) => probe.slice(start, start + length)).join("");
        expect(refusalOf(text) ?? "1:1 ").toMatch(/^[1-9]\d*:[1-9]\d* /);
      }),
      { numRuns: 2000 },
    );
  });
});
