import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { importsBetweenParts, partsIn } from "../support/import-edges.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/architecture.md"), "utf8");

/** A row of a table: a part of a package, and the parts that it may import. */
interface Row {
  readonly part: string;
  readonly imports: readonly string[];
}

/** The rows of the table below a heading. */
function rowsOf(heading: string): readonly Row[] {
  const [, section = ""] = page.split(`### ${heading}\n`);
  const lines = (section.split(/^#/m)[0] ?? "").split("\n").filter((line) => line.startsWith("| `"));
  return lines.map((line) => {
    const [, part = "", , imports = ""] = line.split("|").map((cell) => cell.trim());
    return { part: part.replaceAll("`", ""), imports: imports.replaceAll("`", "").split(" ").filter(Boolean) };
  });
}

describe.each(["packages/codegen/src", "packages/runtime/src"])("%s", (folder) => {
  const rows = rowsOf(folder);
  const parts = rows.map(({ part }) => part);
  const allowed = rows.flatMap(({ part, imports }) => imports.map((other) => `${part} → ${other}`));

  test("has the parts that the table has", () => {
    expect([...partsIn(join(root, folder), parts)].sort()).toStrictEqual([...parts].sort());
  });

  test("has no import that runs back: each part imports what stands above it", () => {
    const back = rows.flatMap(({ part, imports }, row) =>
      imports.filter((other) => !parts.slice(0, row).includes(other)).map((other) => `${part} → ${other}`),
    );
    expect(back).toStrictEqual([]);
  });

  const found = importsBetweenParts(join(root, folder), parts);

  test("imports nothing across parts that the table does not allow", () => {
    const others = [...found].filter(([edge]) => !allowed.includes(edge));
    expect(others.map(([edge, modules]) => `${edge}: ${modules.join(", ")}`)).toStrictEqual([]);
  });

  test("imports everything that the table allows", () => {
    expect(allowed.filter((edge) => !found.has(edge))).toStrictEqual([]);
  });
});

test("the picture shows every folder of the pipeline", () => {
  const [picture] = fencedBlocks(page, "text").map(({ code }) => code);
  const aside = ["diagnostics/", "init/", "watch/"];
  const folders = rowsOf("packages/codegen/src").flatMap(({ part }) => (part.endsWith("/") ? part : []));
  expect(folders.filter((folder) => !picture?.includes(folder))).toStrictEqual(aside);
});
