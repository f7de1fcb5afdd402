import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));

/** Prints the address of every module that is loaded. */
const printLoaded = `
import { register } from "node:module";
const hook = \`export async function load(url, context, next) {
  process._rawDebug("loaded " + url);
  return await next(url, context);
}\`;
register("data:text/javascript," + encodeURIComponent(hook));
`;

function generate(cwd: string, ...args: readonly string[]) {
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", pathToFileURL(join(cwd, "print-loaded.mjs")).href, command, "generate", ...args],
    { cwd, encoding: "utf8" },
  );
  const lines = stderr.split("\n");
  const loaded = lines.filter((line) => line.startsWith("loaded ")).map((line) => line.slice("loaded ".length));
  return { status, said: lines.filter((line) => !line.startsWith("loaded ")).join("\n"), loaded };
}

test("a run without anything to do loads no reader, compiler, printer or formatter", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "print-loaded.mjs"), printLoaded);
  writeFileSync(join(folder, "hello.py"), "def run_remote(name: str) -> str: ...\n");
  writeFileSync(join(folder, "typed-chains.config.json"), '{ "out": "client", "chains": [{ "source": "hello.py" }] }');
  const heavy = /\/(ts-morph|typescript|prettier|json-schema-to-typescript)\/|\/(emit-client|generate-runs)-/;

  const first = generate(folder);
  expect(first.status).toBe(0);
  expect(first.said).toContain("hello.ts created");
  for (const part of ["read-source-", "emit-client-", "generate-runs-"]) {
    expect(
      first.loaded.some((url) => url.includes(`/${part}`)),
      part,
    ).toBe(true);
  }

  for (const args of [[], ["--check"], ["--dry-run"]]) {
    const { status, said, loaded } = generate(folder, ...args);
    expect({ status, said }).toStrictEqual({ status: 0, said: "✓ client is up to date\n" });
    expect(loaded.filter((url) => heavy.test(url))).toStrictEqual([]);
    expect(loaded.length).toBeGreaterThan(5);
  }
});
