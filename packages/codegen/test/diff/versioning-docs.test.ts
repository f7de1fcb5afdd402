import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fencedBlocks } from "../../../../tests/support/fenced-blocks.js";
import { diffSignatures } from "../../src/diff/diff-signatures.js";
import { diffText } from "../../src/diff/render/text.js";
import { changeRules } from "../../src/diff/rules.js";
import { chainChanges } from "./chain-changes.js";
import { changes, unseenChanges } from "./changes.js";
import { readPython } from "./support/read-chain.js";

const page = readFileSync(new URL("../../../../docs/versioning.md", import.meta.url), "utf8");

test("docs/versioning.md shows what is printed for its example, to the letter", () => {
  const [before, after] = fencedBlocks(page, "py").map(({ code }) => readPython(code));
  const [output] = fencedBlocks(page, "text");
  expect(before && after && diffText(diffSignatures(before, after))).toBe(output?.code);
});

test("docs/versioning.md has every rule, with its level and its title, in order", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (major|minor|patch) \| (.*?) +\|/gm)];
  const expected = Object.entries(changeRules).map(([rule, { level, title }]) => [rule, level, title]);
  expect(rows.map(([, ...cells]) => cells)).toStrictEqual(expected);
});

test("the tables of changes have an example of every rule", () => {
  const verdicts = [
    ...[...changes, ...unseenChanges].flatMap(({ input, output }) => [input, output]),
    ...chainChanges.map(({ verdict }) => verdict),
  ];
  const shown = new Set(verdicts.flatMap(([, ...rules]) => rules));
  const missing = Object.keys(changeRules).filter((rule) => ![...shown].some((other) => other === rule));
  expect(missing).toStrictEqual([]);
});
