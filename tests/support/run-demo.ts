import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { makeOutputFolder } from "./output-folder.js";
import { runCommand } from "./run-command.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What the demo shows of the chain of `fixtures/hello`, or of one that is made of it. */
export async function runDemo(name: string, change = (source: string): string => source): Promise<string> {
  const folder = makeOutputFolder(name);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "chain.py");
  writeFileSync(file, change(readFileSync(join(root, "fixtures", "hello", "chain.py"), "utf8")));
  const demo = join(root, "scripts", "demo.mjs");
  const { code, stdout, stderr } = await runCommand(process.execPath, [demo, file, join(folder, "project")]);
  expect(code, stderr).toBe(0);
  return stdout;
}
