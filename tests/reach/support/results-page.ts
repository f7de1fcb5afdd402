import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { workspaceFolder } from "./workspace.js";

const page = join(workspaceFolder, "docs", "reach.md");

/**
 * Prints what a test has found, and expects the page of results to say it below the heading. With `UPDATE` in the environment
 * it writes the page instead.
 */
export function expectOnPage(heading: string, table: string): void {
  console.log(`${heading}\n\n${table}`);
  const text = readFileSync(page, "utf8");
  const written = new RegExp(`(?<=^## ${heading}\\n[^|]*)(?:^\\|.*\\n)+`, "m").exec(text);
  if (written === null) throw new Error(`docs/reach.md has no table below "## ${heading}"`);
  const [old] = written;
  if (process.env["UPDATE"])
    writeFileSync(
      page,
      text.replace(old, () => table),
    );
  else expect(old, "docs/reach.md is out of date: UPDATE=1 npm run reach writes it").toBe(table);
}
