import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  "README.md",
  "CONTRIBUTING.md",
  "bench/README.md",
  "packages/codegen/README.md",
  "packages/runtime/README.md",
  ...readdirSync(join(root, "docs")).flatMap((name) => (name.endsWith(".md") ? `docs/${name}` : [])),
];
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");

/** A page without its code. */
function proseOf(page: string): string {
  return textOf(page).replace(/^```[\s\S]*?^```$/gm, "");
}

/** The links of a page that lead to a file of this repository, with the place in it. */
function linksOf(page: string): readonly (readonly [path: string, place: string | undefined])[] {
  const targets = [...proseOf(page).matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => target);
  const local = targets.filter((target) => !/^https?:/.test(target));
  return local.map((target) => {
    const [path = "", place] = target.split("#");
    return [path === "" ? page : relative(root, join(root, dirname(page), path)).replaceAll("\\", "/"), place];
  });
}

/** The places of a page that a link can lead to: its headings, as GitHub names them. */
function placesOf(page: string): readonly string[] {
  const headings = proseOf(page).match(/(?<=^#+ ).*$/gm) ?? [];
  return headings.map((text) =>
    text
      .toLowerCase()
      .replace(/\[(.*?)\]\(.*?\)/g, "$1")
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

test.each(pages)("the links of %s lead to files and headings that are there", (page) => {
  const broken = linksOf(page).filter(([path, place]) => {
    if (!existsSync(join(root, path))) return true;
    if (place === undefined || statSync(join(root, path)).isDirectory()) return false;
    return !placesOf(path).includes(place);
  });
  expect(broken).toStrictEqual([]);
});

test("the README leads to every page", () => {
  const linked = linksOf("README.md").map(([path]) => path);
  expect(pages.filter((page) => page !== "README.md" && !linked.includes(page))).toStrictEqual([
    "packages/codegen/README.md",
  ]);
});
