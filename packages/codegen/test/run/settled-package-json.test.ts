import { describe, expect, test } from "vitest";
import { settledPackageJson } from "../../src/run/settled-package-json.js";

/** What becomes of a package.json of which git could not merge some lines. */
function settled(...lines: readonly (string | readonly [ours: string, theirs: string])[]): string | undefined {
  const text = lines.map((line) => {
    return typeof line === "string" ? line : `<<<<<<< HEAD\n${line[0]}\n=======\n${line[1]}\n>>>>>>> other`;
  });
  const bytes = settledPackageJson(new TextEncoder().encode(text.join("\n")));
  return bytes && new TextDecoder().decode(bytes);
}

describe("a package.json in which git has left a conflict", () => {
  test.each([
    ["0.3.0", "0.2.1", "0.3.0"],
    ["0.9.0", "0.10.0", "0.10.0"],
    ["1.0.0-beta.1", "1.0.0", "1.0.0"],
  ])("has the higher version of %s and %s", (ours, theirs, version) => {
    const text = settled("{", [`  "version": "${ours}",`, `  "version": "${theirs}",`], '  "name": "a"', "}");
    expect(text).toBe(`{\n  "version": "${version}",\n  "name": "a"\n}`);
  });

  test("has the exports of both sides", () => {
    const text = settled(
      '{ "version": "1.0.0", "exports": {',
      ['"./a": "./a.js",', '"./b": "./b.js",'],
      '".": "./i.js" } }',
    );
    expect(JSON.parse(text ?? "")).toStrictEqual({
      version: "1.0.0",
      exports: { "./b": "./b.js", ".": "./i.js", "./a": "./a.js" },
    });
  });

  test.each([
    ["in a field of the user's", ['"license": "MIT",', '"license": "ISC",'], '"version": "1.0.0"'],
    [
      "in a subpath of the user's",
      ['"exports": { "./a": "./a" },', '"exports": { "./a": "./b" },'],
      '"version": "1.0.0"',
    ],
    ["in exports that are no subpaths", ['"exports": { "./a": "./a" },', '"exports": "./b",'], '"version": "1.0.0"'],
    ["and has no version", ['"version": "1.0",', '"version": "1.1.0",'], '"name": "a"'],
    ["and is no JSON without it", ['"version": "1.0.0"', '"version": "1.1.0"'], '"name": "a"'],
  ] as const)("is the user's to settle %s", (_where, conflict, rest) => {
    expect(settled("{", conflict, rest, "}")).toBeUndefined();
  });

  test("is another thing than any text", () => {
    const bytes = new Uint8Array([0xff, 0x3c]);
    expect(settledPackageJson(bytes)).toBe(bytes);
  });
});
