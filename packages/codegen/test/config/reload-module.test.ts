import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import { reloadModule } from "../../src/config/reload-module.js";

function moduleOf(text: string): string {
  const path = join(temporaryFolder(), "config.mjs");
  writeFileSync(path, text);
  return path;
}

test("a module is run again, with what it says now", async () => {
  const path = moduleOf("export default { out: 1 };");
  expect(await reloadModule(path)).toStrictEqual({ out: 1 });
  writeFileSync(path, "export default { out: 2 };");
  expect(await reloadModule(path)).toStrictEqual({ out: 2 });
});

test("what a module throws is thrown, and so is its end", async () => {
  await expect(reloadModule(moduleOf('throw new Error("no");'))).rejects.toThrow("no");
  await expect(reloadModule(moduleOf("export default {"))).rejects.toThrow(SyntaxError);
  await expect(reloadModule(moduleOf("process.exit(0);"))).rejects.toThrow("it ends the process");
});

test("what fails beside a module is thrown, too", async () => {
  await expect(reloadModule(moduleOf('Promise.reject(new Error("late"));'))).rejects.toThrow("late");
});
