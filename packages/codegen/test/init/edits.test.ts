import { format } from "prettier";
import { describe, expect, test } from "vitest";
import { biomeProblem, excludeFolder } from "../../src/init/biome-config.js";
import { configText, type NewChain } from "../../src/init/config-text.js";
import { markGenerated } from "../../src/init/git-attributes.js";
import { addScripts, keptScripts } from "../../src/init/npm-scripts.js";
import { ignoreFolder } from "../../src/init/prettier-ignore.js";
import type { JsonValue } from "../../src/signature.js";

describe("a .gitattributes", () => {
  test.each([
    ["", "src/chains", "src/chains/** linguist-generated=true\n"],
    ["* text=auto\n", "src/chains", "* text=auto\nsrc/chains/** linguist-generated=true\n"],
    ["* text=auto", "src/chains", "* text=auto\nsrc/chains/** linguist-generated=true"],
    ["* text=auto\r\n", "src/chains", "* text=auto\r\nsrc/chains/** linguist-generated=true\r\n"],
    ["", "my chains", '"my chains/**" linguist-generated=true\n'],
    ["", "[a] b", '"\\\\[a\\\\] b/**" linguist-generated=true\n'],
  ])("%j gets a line for %s, and no second one", (before, folder, after) => {
    expect(markGenerated(before, folder)).toBe(after);
    expect(markGenerated(after, folder)).toBe(after);
  });

  test.each(["/src/chains/** linguist-generated\n", "src/chains/** -linguist-generated text\n"])(
    "that says it otherwise stays: %j",
    (text) => {
      expect(markGenerated(text, "src/chains")).toBe(text);
    },
  );
});

describe("a .prettierignore", () => {
  test.each([
    ["", "/src/chains/\n"],
    ["dist\n", "dist\n/src/chains/\n"],
    ["dist", "dist\n/src/chains/"],
    ["dist\r\n", "dist\r\n/src/chains/\r\n"],
  ])("%j gets a line, and no second one", (before, after) => {
    expect(ignoreFolder(before, "src/chains")).toBe(after);
    expect(ignoreFolder(after, "src/chains")).toBe(after);
  });

  test.each(["src/chains\n", "src/chains/**\n", "/src/chains/*\n", "!src/chains\n"])(
    "that says it otherwise stays: %j",
    (text) => {
      expect(ignoreFolder(text, "src/chains")).toBe(text);
    },
  );
});

describe("a config of Biome", () => {
  test.each([
    ['{\n\t"linter": {}\n}\n', '{\n\t"linter": {},\n\t"files": {\n\t\t"includes": ["**", "!src/chains"]\n\t}\n}\n'],
    ['{ "files": { "includes": ["**"] } }', '{ "files": { "includes": ["**", "!src/chains"] } }'],
    ['{ "files": { "includes": [] } }', '{ "files": { "includes": ["!src/chains"] } }'],
    [
      '{\n  // Ours.\n  "files": {\n    "includes": [\n      "src/**", // all\n      "!dist",\n    ]\n  }\n}\n',
      '{\n  // Ours.\n  "files": {\n    "includes": [\n      "src/**", // all\n      "!dist",\n      "!src/chains",\n    ]\n  }\n}\n',
    ],
    [
      '{\r\n  "files": {\r\n    "maxSize": 1\r\n  }\r\n}\r\n',
      '{\r\n  "files": {\r\n    "maxSize": 1,\r\n    "includes": ["**", "!src/chains"]\r\n  }\r\n}\r\n',
    ],
    ['{ "files": { "ignore": ["dist"] } }', '{ "files": { "ignore": ["dist", "src/chains"] } }'],
  ])("%j leaves the folder out, and only once", (before, after) => {
    expect(biomeProblem("biome.json", before)).toBeUndefined();
    expect(excludeFolder(before, "src/chains")).toBe(after);
    expect(excludeFolder(after, "src/chains")).toBe(after);
  });

  test("of Biome 1, going by its schema, has a list of what it ignores", () => {
    const text = '{\n  "$schema": "https://biomejs.dev/schemas/1.9.4/schema.json"\n}\n';
    expect(JSON.parse(excludeFolder(text, "src/chains"))).toMatchObject({ files: { ignore: ["src/chains"] } });
  });

  test.each(["!src/chains", "!!src/chains/**", "!./src/chains/", "src/chains"])("that says %j stays", (pattern) => {
    const text = JSON.stringify({ files: { includes: ["**", pattern] } });
    expect(excludeFolder(text, "src/chains")).toBe(text);
  });

  test.each([
    ['{\n  "files": [\n}', "TC110", 3],
    ['{ "files": [] }', "TC411", undefined],
    ['{ "files": { "includes": "**" } }', "TC411", undefined],
    ["[]", "TC411", undefined],
  ])("%j cannot be edited", (text, code, line) => {
    const problem = biomeProblem("biome.json", text);
    expect([problem?.code, problem?.location?.line]).toStrictEqual([code, line]);
    expect(problem?.help).toBeTruthy();
  });
});

describe("a package.json", () => {
  const added = (text: string): string => addScripts(text, JSON.parse(text) as JsonValue);
  const generate = "typed-chains generate";

  test("gets two scripts, and stays as it is else", () => {
    const text = '{\n    "version": "1",\n    "scripts": { "test": "vitest" },\n    "name": "b",\n    "x": [1,  2]}';
    const after = added(text);
    expect(after.replace(/"scripts": \{[^}]*\}/, '"scripts": { "test": "vitest" }')).toBe(text);
    expect(JSON.parse(after)).toMatchObject({
      scripts: { test: "vitest", generate, "generate:check": `${generate} --check` },
    });
    expect(added(after)).toBe(after);
  });

  test("without scripts gets them in its own indentation, with its line ends, and no more", () => {
    expect(added('{\r\n\t"name": "b"\r\n}\r\n')).toBe(
      `{\r\n\t"name": "b",\r\n\t"scripts": {\r\n\t\t"generate": "${generate}",\r\n\t\t"generate:check": "${generate} --check"\r\n\t}\r\n}\r\n`,
    );
  });

  test("keeps a script of the user's, and says which", () => {
    const text = '{ "scripts": { "generate": "prisma generate", "generate:check": 1 } }';
    expect(added(text)).toBe(text);
    expect(keptScripts(JSON.parse(text) as JsonValue)).toStrictEqual(["generate", "generate:check"]);
    expect(keptScripts({ scripts: { generate } })).toStrictEqual([]);
  });

  test.each(["scripts", "scr\\u0069pts"])("gets them in the last `scripts`, which alone counts: %s before", (first) => {
    const text = `{
  "${first}": {
    "test": "a"
  },
  "scripts": {
    "generate": "old",
    "generate": "${generate}",
    "test": "b"
  }
}
`;
    const check = `    "generate:check": "${generate} --check",\n`;
    expect(added(text)).toBe(text.replace('    "test": "b"', `${check}$&`));
  });
});

describe("a new config", () => {
  const chainsOf = (text: string): string => text.slice(text.indexOf("  chains:"), text.indexOf("});"));

  test("has the chains on one line where they fit, else each on its own", () => {
    expect(
      chainsOf(configText("src/chains", [{ source: "a.py" }, { source: "b.py" }], { takesNoExtension: false })),
    ).toBe('  chains: [{ source: "a.py" }, { source: "b.py" }],\n');
    const long = "x".repeat(60);
    expect(
      chainsOf(configText("src/chains", [{ source: long }, { source: "b.py" }], { takesNoExtension: false })),
    ).toBe(`  chains: [\n    { source: "${long}" },\n    { source: "b.py" },\n  ],\n`);
  });

  const url = "https://chain-abc123.api.baseten.co/production/run_remote";

  test.each([
    [[{ source: "a.py", chainId: "abc123" }]],
    [[{ source: "a.py", chainUrl: url }]],
    [[{ source: "chains/hello/hello.signature.json", chainUrl: url }]],
    [[{ source: "a.py" }, { source: "b".repeat(50) }]],
  ])("is laid out as formatters do it: %j", async (chains: readonly NewChain[]) => {
    const text = configText("src/chains", chains, { takesNoExtension: false });
    expect(text).toBe(await format(text, { parser: "typescript" }));
  });

  test("without a chain shows one in a comment", () => {
    expect(chainsOf(configText("src/chains", [], { takesNoExtension: false }))).toBe(
      '  chains: [\n    // { source: "chains/hello.py", chainId: "abc123" },\n  ],\n',
    );
  });
});
