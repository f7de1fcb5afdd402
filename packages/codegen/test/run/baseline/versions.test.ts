import { describe, expect, test } from "vitest";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { type ChainPair, pairChains } from "../../../src/run/baseline/chain-pair.js";
import { changeOf } from "../../../src/run/baseline/compare-chains.js";
import { comparisonOf } from "../../../src/run/baseline/comparison.js";
import { versionOf, withVersion } from "../../../src/run/baseline/package-text.js";
import { isRaised, raisedVersion } from "../../../src/run/baseline/raised-version.js";
import { readBaseline } from "../../../src/run/baseline/read-baseline.js";
import { signatureDocuments } from "../../../src/run/baseline/signature-documents.js";
import type { GeneratedRun } from "../../../src/run/generate-runs.js";
import type { ChainSignature } from "../../../src/signature.js";
import { signatureText } from "../../../src/signature-text.js";
import { objectOf, signatureOf } from "../../emit/support/generate.js";

const text = { type: "string" };
const hello = { ...signatureOf({ name: "Hello", input: objectOf({ name: text }) }), source: "hello.py" };
const other = { ...signatureOf({ name: "Other", input: objectOf({ name: text }) }), source: "other.py" };
const compare = (pairs: readonly ChainPair[]) => comparisonOf(pairs.map((pair) => changeOf("client", pair)));
const present = (...signatures: readonly ChainSignature[]) => signatures.map((after) => ({ after, features: {} }));

describe("the chains of a client and what they were", () => {
  test("are paired by name, else by source", () => {
    const renamed = { ...hello, name: "Greet" };
    const pairs = pairChains([hello, other], present(other, renamed), true);
    expect(pairs.map(({ before, after }) => [before?.name, after?.name])).toStrictEqual([
      ["Other", "Other"],
      ["Hello", "Greet"],
    ]);
  });

  test("are new where there was none, and gone where the old ones are all there were", () => {
    expect(pairChains([], present(hello), true)).toStrictEqual([{ after: hello, features: {} }]);
    expect(compare(pairChains([], present(hello), true))).toStrictEqual({
      level: "minor",
      breaking: [],
      compatible: ["Hello: the chain is new"],
    });
    const gone = pairChains([hello, other], present(hello), true);
    const told = { level: "major", breaking: ["Other: the chain is gone"], compatible: [] };
    expect(compare(gone)).toStrictEqual(told);
    expect(pairChains([hello, other], present(hello), false)).toHaveLength(1);
  });

  test("come to the change that reaches furthest, with all that breaks", () => {
    const wider = { ...hello, input: { ...objectOf({ name: text, loud: { type: "boolean" } }), required: ["name"] } };
    const broken = signatureOf({ name: "Other", input: objectOf({ name: text, limit: { type: "integer" } }) });
    const { level, breaking, compatible } = compare(pairChains([hello, other], present(wider, broken), true));
    expect(level).toBe("major");
    expect(breaking[0]).toBe("Other:");
    expect(breaking.join("\n")).toContain("  input.limit: a required key is new (input-required-added, major)");
    expect(breaking.join("\n")).not.toContain("loud");
    expect(compatible.join("\n")).toContain("loud");
  });

  test("say what they have in common once, with the names of all of them", () => {
    const twice = [hello, other].map((chain) => ({ ...chain, input: objectOf({ name: { type: "integer" } }) }));
    const { breaking } = compare(pairChains([hello, other], present(...twice), true));
    expect(breaking).toStrictEqual([
      "Hello, Other:",
      "  input.name: different values are accepted (input-changed, major)",
      "      string → number",
    ]);
  });
});

test("a chain that is run to be known is compared as it is read: what it was cannot be run", () => {
  const source = "class Hello:\n    async def run_remote(self, names: list[str]) -> str: ...\n";
  const host = memoryHost({
    "hello.py": `import truss_chains as chains\n${source.replace(":", "(chains.ChainletBase):")}`,
  });
  const request = { source: { path: "hello.py", options: {}, introspection: {} }, label: "hello.py" };
  const run: GeneratedRun = {
    run: { out: "client", requests: [request], options: { importExtension: "js" } },
    client: { files: new Map(), diagnostics: [], signatures: [hello], filesRead: [] },
    recording: { observations: [], isRepeatable: true },
  };
  const { chains, diagnostics } = readBaseline(host, run, { name: "git:main", host, revision: "main" });
  expect(chains).toMatchObject([{ name: "Hello", status: "unchanged", level: "none" }]);
  expect(diagnostics).toStrictEqual([]);
});

test.each([
  ["0.1.0", "0.1.0", "major", "0.2.0"],
  ["0.1.0", "0.1.1", "major", "0.2.0"],
  ["0.1.0", "0.2.0", "major", "0.2.0"],
  ["0.1.0", "0.3.0", "patch", "0.3.0"],
  ["1.2.3", "1.2.3", "minor", "1.3.0"],
  ["1.2.3", "2.0.0-beta.1", "major", "2.0.0-beta.1"],
  ["2.0.0-beta.1", "2.0.0-beta.1", "major", "2.0.0-beta.2"],
  ["1.2.3", "1.0.0", "none", "1.0.0"],
] as const)("after %s, %s with a %s change is to be %s", (before, now, level, expected) => {
  expect(raisedVersion(before, now, level)).toBe(expected);
  expect(level === "none" || isRaised(before, expected, level)).toBe(true);
});

test("a version is set without changing anything else of a package.json", () => {
  const before = '\ufeff{\r\n\t"version": "1.0.0",\r\n\t"name": "x"\r\n}\r\n';
  expect(withVersion(before, "1.1.0")).toBe(before.replace("1.0.0", "1.1.0"));
  expect(["{}", '{ "version": 1 }', '{ "version": "next" }', "["].map(versionOf)).toStrictEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("of a folder, signature documents count and nothing else", () => {
  const host = memoryHost({
    "old/hello.json": signatureText(hello),
    "old/package.json": "{}",
    "old/broken.json": "{",
    "old/notes.txt": signatureText(other),
  });
  expect(signatureDocuments(host, "old").map(({ name }) => name)).toStrictEqual(["Hello"]);
});
