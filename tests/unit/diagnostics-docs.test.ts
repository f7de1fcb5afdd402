import { readFileSync } from "node:fs";
import { memoryHost, readChain } from "@typed-chains/codegen";
import { describe, expect, test } from "vitest";
import { diagnosticCodes } from "../../packages/codegen/src/diagnostics/codes.js";

const document = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");
const sections = document.split(/^## /m).slice(1);
const examples = sections.flatMap((section) => {
  const [, code = ""] = /^(TC\d+):/.exec(section) ?? [];
  const [, language = "", source = ""] = /^```(\w+)\n([\s\S]*?)^```$/m.exec(section) ?? [];
  return source === "" ? [] : [{ code, language, source }];
});

/** No single text shows these: they are about files, folders, ports, options or several chains at once. */
const withoutExample = [
  ...["TC101", "TC102", "TC103", "TC104", "TC105", "TC202", "TC207", "TC211", "TC215"],
  ...["TC301", "TC302", "TC303", "TC304", "TC401", "TC402", "TC403", "TC501", "TC502", "TC503", "TC504", "TC505"],
];

describe("docs/diagnostics.md", () => {
  test("has a section for every code, with its title, in order", () => {
    const titles = sections.map((section) => section.split("\n")[0]);
    expect(titles).toStrictEqual(Object.entries(diagnosticCodes).map(([code, title]) => `${code}: ${title}`));
  });

  test("says of every code how to mend it", () => {
    expect(sections.filter((section) => !section.includes("**Fix:** "))).toStrictEqual([]);
  });

  test("has an example for every code that a text can show", () => {
    const shown = examples.map(({ code }) => code);
    expect([...shown, ...withoutExample].sort()).toStrictEqual(Object.keys(diagnosticCodes));
  });

  test.each(examples)("$code is what its example gives", ({ code, language, source }) => {
    const path = `example.${language}`;
    const { diagnostics } = readChain(memoryHost({ [path]: source }), { path, options: {} });
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  });
});
