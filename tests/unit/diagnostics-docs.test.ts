import { readFileSync } from "node:fs";
import { diagnosticCodes, generateClient, memoryHost, renderDiagnostics } from "@typed-chains/codegen";
import { describe, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";

const document = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");
const sections = document.split(/^## /m).slice(1);
const examples = sections.flatMap((section) => {
  const [code = ""] = section.split(":");
  const printed = fencedBlocks(section, "text").map((block) => block.code);
  const blocks = fencedBlocks(section, "py", "json");
  const files = Object.fromEntries(blocks.flatMap((block) => besides(block.code)));
  return blocks
    .filter((block) => besides(block.code).length === 0)
    .map((block) => ({ code, path: `hello.${block.language}`, block, files, printed }));
});

/** A block that begins with `# models.py` is that file, beside the example of its section. */
function besides(code: string): readonly (readonly [string, string])[] {
  const name = /^# (\w+\.py)\n/.exec(code)?.[1];
  return name === undefined ? [] : [[name, code]];
}

/** No single text shows these: they are about files, two schemas, folders, ports, options, interpreters or several chains at once. */
const withoutExample = [
  ...[
    "TC101",
    "TC102",
    "TC103",
    "TC104",
    "TC105",
    "TC106",
    "TC120",
    "TC207",
    "TC240",
    "TC241",
    "TC301",
    "TC302",
    "TC401",
    "TC402",
    "TC403",
    "TC404",
    "TC405",
    "TC406",
    "TC407",
    "TC408",
    "TC409",
    "TC410",
    "TC411",
  ],
  ...["TC231", "TC232", "TC233", "TC234", "TC235", "TC236", "TC237", "TC238"],
  ...["TC501", "TC502", "TC504", "TC505", "TC506"],
  ...["TC601", "TC602", "TC603", "TC604", "TC605", "TC606", "TC607"],
  ...["TC701", "TC702", "TC703"],
];

/** What shows only where binary calls are asked for. */
const aboutBinary = ["TC305", "TC306"];

async function diagnose({ code, path, block, files }: (typeof examples)[number]) {
  const request = { source: { path, options: {} }, label: path };
  const host = memoryHost({ ...files, [path]: block.code });
  const { diagnostics } = await generateClient(host, [request], {
    importExtension: "js",
    binary: aboutBinary.includes(code),
  });
  return diagnostics;
}

describe("docs/diagnostics.md", () => {
  test("has a section for every code, with its title, in order", () => {
    const titles = sections.map((section) => section.split("\n")[0]);
    expect(titles).toStrictEqual(Object.entries(diagnosticCodes).map(([code, title]) => `${code}: ${title}`));
  });

  test("says of every code how to mend it", () => {
    expect(sections.filter((section) => !section.includes("\n**Fix:** "))).toStrictEqual([]);
  });

  test("has an example for every code that a text can show", () => {
    const shown = examples.map(({ code }) => code);
    expect([...shown, ...withoutExample].sort()).toStrictEqual(Object.keys(diagnosticCodes));
  });

  test.each(examples)("$code, and nothing else, is what its example gives", async (example) => {
    const diagnostics = await diagnose(example);
    expect(diagnostics.map((diagnostic) => diagnostic.code)).toStrictEqual([example.code]);
  });

  test("shows what is printed, to the letter", async () => {
    const withOutput = examples.filter(({ printed }) => printed.length > 0);
    expect(withOutput.map(({ code }) => code)).toContain("TC203");
    for (const example of withOutput) {
      const output = renderDiagnostics(await diagnose(example), () => example.block.code.split("\n"));
      expect([output]).toStrictEqual(example.printed);
    }
  });
});
