import { describe, expect, test } from "vitest";
import { JsonDepthError, JsonTextError } from "../../src/mock/json/json-text-error.js";
import { parsePythonJson } from "../../src/mock/json/parse-python-json.js";

// The texts are those of CPython 3.11.
const malformed: readonly (readonly [text: string, message: string])[] = [
  ['"abc', "Unterminated string starting at: line 1 column 1 (char 0)"],
  ['"a\\', "Unterminated string starting at: line 1 column 1 (char 0)"],
  ['"a\\x"', "Invalid \\escape: line 1 column 3 (char 2)"],
  ['"\\u12"', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
  ['"\\u12', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
  ['"\\uzzzz"', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
  ['"\\u+123"', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
  ['"\\u1234', "Invalid \\uXXXX escape: line 1 column 3 (char 2)"],
  ['"\\ud83d\\u"', "Invalid \\uXXXX escape: line 1 column 9 (char 8)"],
  ['"a\tb"', "Invalid control character at: line 1 column 3 (char 2)"],
  ['"a\nb"', "Invalid control character at: line 1 column 3 (char 2)"],
  ["{", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ['{"a"', "Expecting ':' delimiter: line 1 column 5 (char 4)"],
  ['{"a" ', "Expecting ':' delimiter: line 1 column 6 (char 5)"],
  ['{"a":', "Expecting value: line 1 column 6 (char 5)"],
  ['{"a":1', "Expecting ',' delimiter: line 1 column 7 (char 6)"],
  ['{"a":1,', "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"],
  ['{"a":1,}', "Expecting property name enclosed in double quotes: line 1 column 8 (char 7)"],
  ['{"a":1 "b"', "Expecting ',' delimiter: line 1 column 8 (char 7)"],
  ["{,}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ["{1:2}", "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"],
  ['{"a":x}', "Expecting value: line 1 column 6 (char 5)"],
  ["[", "Expecting value: line 1 column 2 (char 1)"],
  ["[1", "Expecting ',' delimiter: line 1 column 3 (char 2)"],
  ["[1,", "Expecting value: line 1 column 4 (char 3)"],
  ["[1,]", "Expecting value: line 1 column 4 (char 3)"],
  ["[1 2]", "Expecting ',' delimiter: line 1 column 4 (char 3)"],
  ["[,]", "Expecting value: line 1 column 2 (char 1)"],
  ["[1}", "Expecting ',' delimiter: line 1 column 3 (char 2)"],
  ["-", "Expecting value: line 1 column 1 (char 0)"],
  ["-x", "Expecting value: line 1 column 1 (char 0)"],
  ["01", "Extra data: line 1 column 2 (char 1)"],
  ["1.", "Extra data: line 1 column 2 (char 1)"],
  ["1e", "Extra data: line 1 column 2 (char 1)"],
  [".5", "Expecting value: line 1 column 1 (char 0)"],
  ["+1", "Expecting value: line 1 column 1 (char 0)"],
  ["nan", "Expecting value: line 1 column 1 (char 0)"],
  ["-Infinit", "Expecting value: line 1 column 1 (char 0)"],
  ["tru", "Expecting value: line 1 column 1 (char 0)"],
  ["true x", "Extra data: line 1 column 6 (char 5)"],
  ["nul", "Expecting value: line 1 column 1 (char 0)"],
  ['"\u00e9\ud83d\ude00" x', "Extra data: line 1 column 6 (char 5)"],
  ["\n\n  x", "Expecting value: line 3 column 3 (char 4)"],
  ['{"a":1}\n]', "Extra data: line 2 column 1 (char 8)"],
  ["[\n1,\n}", "Expecting value: line 3 column 1 (char 5)"],
  ['[1,\n "a\n"]', "Invalid control character at: line 2 column 4 (char 7)"],
  ['{"\u00e9\ud83d\ude00":}', "Expecting value: line 1 column 7 (char 6)"],
  ["1 1", "Extra data: line 1 column 3 (char 2)"],
  ["\u000b1", "Expecting value: line 1 column 1 (char 0)"],
  ["\ufeff1", "Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)"],
  ["\u00a01", "Expecting value: line 1 column 1 (char 0)"],
  ["['a']", "Expecting value: line 1 column 2 (char 1)"],
  ["", "Expecting value: line 1 column 1 (char 0)"],
  [" ", "Expecting value: line 1 column 2 (char 1)"],
  [
    "1".repeat(4301),
    "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit",
  ],
];

const undecodable: readonly (readonly [bytes: readonly number[], message: string])[] = [
  [[97, 255], "'utf-8' codec can't decode byte 0xff in position 1: invalid start byte"],
  [[195], "'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data"],
  [[195, 40], "'utf-8' codec can't decode byte 0xc3 in position 0: invalid continuation byte"],
  [[226, 130], "'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"],
  [[226, 40, 161], "'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte"],
  [[226, 130, 40], "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"],
  [[240, 159, 152], "'utf-8' codec can't decode bytes in position 0-2: unexpected end of data"],
  [[240, 159, 152, 40], "'utf-8' codec can't decode bytes in position 0-2: invalid continuation byte"],
  [[237, 160, 128], "'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"],
  [[245, 128], "'utf-8' codec can't decode byte 0xf5 in position 0: invalid start byte"],
  [[192, 128], "'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte"],
  [[224, 128, 128], "'utf-8' codec can't decode byte 0xe0 in position 0: invalid continuation byte"],
  [[240, 128, 128, 128], "'utf-8' codec can't decode byte 0xf0 in position 0: invalid continuation byte"],
  [[244, 144, 128, 128], "'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte"],
  [[128], "'utf-8' codec can't decode byte 0x80 in position 0: invalid start byte"],
  [[97, 98, 226, 40], "'utf-8' codec can't decode byte 0xe2 in position 2: invalid continuation byte"],
  [[240, 159, 40], "'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"],
  [[237], "'utf-8' codec can't decode byte 0xed in position 0: unexpected end of data"],
];

function parse(text: string): unknown {
  return parsePythonJson(Buffer.from(text));
}

describe("a body that is no JSON gets CPython's words", () => {
  test.each(malformed)("%j", (text, message) => {
    expect(() => parse(text)).toThrow(new JsonTextError(message));
  });
});

describe("a body that is not UTF-8 gets CPython's words", () => {
  test.each(undecodable)("%j", (bytes, message) => {
    expect(() => parsePythonJson(Uint8Array.from(bytes))).toThrow(new JsonTextError(message));
  });
});

test.each([
  ["NaN", Number.NaN],
  ["[Infinity, -Infinity, 1e400]", [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]],
  ['{"a": 1, "a": 2}', { a: 2 }],
  ["-0.0", -0],
  [" \n[1 , 2.5e1]\t", [1, 25]],
  ['"\\ud83d\\ude00 \\ud800 \\/ \u007f"', "\u{1f600} \ud800 / \u007f"],
  ['{"constructor": null, "": true}', { constructor: null, "": true }],
])("%j is read as Python reads it", (text, value) => {
  expect(parse(text)).toStrictEqual(value);
});

test("a key named like the prototype is a key", () => {
  const value = parse('{"__proto__": {"polluted": true}}');
  expect(JSON.stringify(value)).toBe('{"__proto__":{"polluted":true}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
});

test("what nests too deep for Python is an error of its own", () => {
  expect(() => parse("[".repeat(100_000))).toThrow(JsonDepthError);
  expect(() => parse('{"a":'.repeat(100_000))).toThrow(JsonDepthError);
  expect(() => parse("[".repeat(800) + "]".repeat(800))).not.toThrow();
});
