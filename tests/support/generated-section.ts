import { readFileSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/**
 * Expects a page to have a text between the marks of a section, and nothing else. With `UPDATE` in the environment it writes
 * the text there instead.
 */
export function expectGeneratedSection(page: string, name: string, text: string): void {
  const before = readFileSync(page, "utf8");
  const section = new RegExp(`(?<=^<!-- ${name}: .* -->\n\n)[\\s\\S]*?(?=\n<!-- end of ${name} -->$)`, "m");
  const [found] = section.exec(before) ?? [];
  if (found === undefined) throw new Error(`${page} has no section ${name}`);
  if (process.env["UPDATE"])
    writeFileSync(
      page,
      before.replace(section, () => text),
    );
  else expect(found, `${page} is out of date: the same test with UPDATE=1 writes it`).toBe(text);
}
