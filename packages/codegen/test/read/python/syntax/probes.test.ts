import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { flatten, parseText, refusalOf } from "./parsing.js";

const folder = new URL("../../../../../../fixtures/python-syntax/", import.meta.url);
const read = (name: string): Uint8Array => readFileSync(new URL(name, folder));

const refused: Readonly<Record<string, string>> = {
  "e_badassign.py": "1:1 cannot assign to function call here. Maybe you meant '==' instead of '='?",
  "e_dupdefault.py": "1:12 parameter without a default follows parameter with a default",
  "e_garbage.py": "2:14 invalid syntax",
  "e_indent.py": "3:9 unindent does not match any outer indentation level",
  "e_merge.py": "2:1 expected an indented block after class definition on line 1",
  "e_missing_colon.py": "1:19 expected ':'",
  "e_param.py": "2:38 invalid syntax",
  "e_py2print.py": "1:1 Missing parentheses in call to 'print'. Did you mean print(...)?",
  "e_triple.py": "2:5 unterminated triple-quoted string literal (detected at line 3)",
  "e_unclosed.py": "2:12 '[' was never closed",
  "e_unterminated.py": "2:14 unterminated string literal (detected at line 2)",
  "tabmix.py": "3:1 inconsistent use of tabs and spaces in indentation",
};

describe("the probes", () => {
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));

  it("are all there", () => {
    expect(names).toHaveLength(55);
    expect(names.filter((name) => Object.hasOwn(refused, name))).toHaveLength(Object.keys(refused).length);
  });

  it.each(names)("%s is read, or refused as CPython refuses it", (name) => {
    expect(refusalOf(read(name))).toBe(refused[name]);
  });

  it("hold what they are named after", () => {
    const text = Buffer.from(read("pep695_class.py")).toString();
    const [found] = flatten(parseText(text).body);
    expect(found).toMatchObject({ kind: "ClassDef", name: "Box", typeParams: [{ kind: "TypeVar", name: "T" }] });
  });
});
