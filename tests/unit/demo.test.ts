import { execFile } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, test } from "vitest";
import { makeOutputFolder } from "../support/output-folder.js";

/** A demo checks types and starts a server: a machine under load takes its time for that. */
const timeout = 180_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const chain = readFileSync(join(root, "fixtures", "hello", "chain.py"), "utf8");
let folder: string;

beforeAll(() => {
  folder = makeOutputFolder("demo");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function demonstrate(name: string, source: string): Promise<string> {
  const file = join(folder, `${name}.py`);
  writeFileSync(file, source);
  const demo = join(root, "scripts", "demo.mjs");
  const { stdout } = await promisify(execFile)(process.execPath, [demo, file, join(folder, name)]);
  return stdout;
}

test.concurrent("the demo shows the client, the call, its answer and the error of a wrong call", { timeout }, async ({
  expect,
}) => {
  const shown = await demonstrate("texts", chain);
  expect(shown).toContain("names: readonly string[];");
  expect(shown).toContain("tsc: no error");
  expect(shown).toMatch(/5\. The call and its answer ─+\s+"/);
  expect(shown).toContain("Type 'number' is not assignable to type 'string'");
});

test.concurrent("what the demo shows follows the chain", { timeout }, async ({ expect }) => {
  const shown = await demonstrate("numbers", chain.replace("list[str]", "list[int]").replace("-> str", "-> int"));
  expect(shown).toContain("names: readonly number[];");
  expect(shown).toMatch(/5\. The call and its answer ─+\s+-?\d/);
  expect(shown).toContain("Type 'string' is not assignable to type 'number'");
});
