import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { referenceRows } from "../support/config-reference.js";
import { expectGeneratedSection } from "../support/generated-section.js";
import { markdownTable } from "../support/markdown-table.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const codegen = join(root, "packages", "codegen");
const schema = JSON.parse(readFileSync(join(codegen, "schema", "config.schema.json"), "utf8")) as object;
const types = readFileSync(join(codegen, "src", "config", "config.ts"), "utf8");
const rows = referenceRows(schema, types);

test("the reference of the config is that of its JSON Schema", () => {
  const table = markdownTable([["key", "of", "takes", "default", "meaning"], ...rows]);
  expectGeneratedSection(join(root, "docs", "configuration.md"), "keys", table);
});

test("every key of the reference has a meaning, and says what it takes", () => {
  expect(rows.filter(([, , takes, , meaning]) => takes === "" || meaning === "")).toStrictEqual([]);
});
