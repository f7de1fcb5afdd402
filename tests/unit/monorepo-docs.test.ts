import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs", "monorepo.md"), "utf8");

/** The paragraph that names a file of the example, and the block after it. */
const shownFile = /^\[`([^`]+)`\]\(\.\.\/examples\/monorepo\/([^)]+)\)(?:(?!\n\n).)*\n\n```\w+\n(.*?)^```$/gms;
const shown = [...page.matchAll(shownFile)].map(([, name = "", path = "", code = ""]) => ({ name, path, code }));

test("every block of code is a file of the example", () => {
  expect(shown).toHaveLength(fencedBlocks(page, "json", "js", "ts", "py", "yaml").length);
});

test.each(shown)("the page shows $path as it is", ({ name, path, code }) => {
  expect(name).toBe(path);
  expect(code).toBe(readFileSync(join(root, "examples", "monorepo", path), "utf8"));
});

test("the page names folders and files that are there", () => {
  const [layout] = fencedBlocks(page, "text").map(({ code }) => code);
  const paths = layout?.match(/^\S+/gm) ?? [];
  expect(paths).not.toStrictEqual([]);
  expect(paths.filter((path) => !existsSync(join(root, "examples", "monorepo", path)))).toStrictEqual([]);
});
