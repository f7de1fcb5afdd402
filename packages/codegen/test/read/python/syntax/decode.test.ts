import { describe, expect, it } from "vitest";
import { decodeSource, SourceEncodingError } from "../../../../src/read/python/syntax/decode.js";
import { refusalOf } from "./parsing.js";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));

describe("decodeSource", () => {
  it.each([
    ["UTF-8", "x = '\xc3\xa9'", "x = 'é'"],
    ["UTF-8 with a mark", "\xef\xbb\xbfx = '\xc3\xa9'", "x = 'é'"],
    ["latin-1", "# -*- coding: latin-1 -*-\nx = '\xe9\x80'", "# -*- coding: latin-1 -*-\nx = 'é\x80'"],
    ["ISO-8859-1, in capitals", "# coding=ISO_8859_1\n'\xe9'", "# coding=ISO_8859_1\n'é'"],
    [
      "a declaration in the second line",
      "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'\x80'",
      "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\n'€'",
    ],
    [
      "a declaration after code, which is none",
      "x = 1\n# coding: latin-1\n'\xc3\xa9'",
      "x = 1\n# coding: latin-1\n'é'",
    ],
    ["shift_jis", "# coding: shift_jis\n'\x93\xfa'", "# coding: shift_jis\n'日'"],
  ])("decodes %s", (_, source, expected) => {
    expect(decodeSource(bytesOf(source))).toBe(expected);
  });

  const notUtf8 = "Non-UTF-8 code from here on, but no encoding declared";
  const notAscii = "not ascii from here on, which the file declares: save it as that, or declare the encoding it has";

  it.each([
    ["x = 1\r\nyz = '\xe9'\r\n", `2:7 ${notUtf8}`],
    ["x = '\xc3\xa9\xff'", `1:7 ${notUtf8}`],
    ["x = '\xc3", `1:6 ${notUtf8}`],
    ["# coding: cp1252\n'\x80\x81'", `2:3 ${notAscii.replace("ascii", "cp1252")}`],
    ["# coding: ascii\n'\xe9'", `2:2 ${notAscii}`],
    ["#!python\n# coding: klingon\n", "2:1 unknown encoding: klingon"],
    ["# coding: utf-16\n", "1:1 unknown encoding: utf-16"],
    ["\xef\xbb\xbf# coding: latin-1\n", "1:1 encoding problem: latin-1 with BOM"],
    ["x = 1\ny\0", "2:2 source code cannot contain null bytes"],
  ])("refuses %j", (source, expected) => {
    expect(refusalOf(bytesOf(source))).toBe(expected);
    expect(() => decodeSource(bytesOf(source))).toThrow(SourceEncodingError);
  });
});
