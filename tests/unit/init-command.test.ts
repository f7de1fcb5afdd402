import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeOutputFolder } from "../support/output-folder.js";
import { runExample } from "../support/run-example.js";

const chain = fileURLToPath(new URL("../../fixtures/hello/chain.py", import.meta.url));
const biome = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
let folder: string;

beforeAll(() => {
  folder = makeOutputFolder("init");
  cpSync(chain, join(folder, "chain.py"));
  const files = {
    "package.json": '{\n\t"name": "app",\n\t"type": "module",\n\t"scripts": {\n\t\t"build": "tsc"\n\t}\n}\n',
    "tsconfig.json": "{}\n",
    ".gitattributes": "* text=auto\n",
    "package-lock.json": "{}",
    ".prettierignore": "dist\n",
    "biome.json": '{\n\t"root": true,\n\t"linter": { "enabled": true }\n}\n',
  };
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string, ...args: readonly string[]) {
  const { status, stdout } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
  return { status, stdout };
}

test("a project is set up, generates, and is not set up twice", async () => {
  expect(await runExample(["init"], folder)).toStrictEqual({
    code: 0,
    output: [
      "✓ typed-chains.config.ts created",
      "✓ package.json changed",
      "✓ .gitattributes changed",
      "✓ .prettierignore changed",
      "✓ biome.json changed",
      "! package.json lacks @typed-chains/codegen and @typed-chains/runtime: install what is missing",
      "Next: npm run generate",
      "",
    ].join("\n"),
  });
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [, ...generate] = (scripts["generate"] ?? "").split(" ");
  expect(await runExample(generate, folder)).toMatchObject({
    code: 0,
    output: expect.stringMatching(/src\/chains\/.*created/) as unknown,
  });
  const [, ...check] = (scripts["generate:check"] ?? "").split(" ");
  expect(await runExample(check, folder)).toMatchObject({ code: 0 });
  const again = await runExample(["init"], folder);
  expect(again.code).toBe(0);
  expect(again.output).toMatch(/^✓ nothing to do: typed-chains.config.ts and all else is in place\n/);
});

test("git and Biome take the folder for generated", () => {
  mkdirSync(join(folder, "src/other"), { recursive: true });
  for (const path of ["src/chains/bad.ts", "src/other/bad.ts"]) writeFileSync(join(folder, path), "debugger\n");
  run("git", "init", "--quiet");
  const attributes = run("git", "check-attr", "linguist-generated", "src/chains/index.ts", "src/other/bad.ts");
  expect(attributes.stdout).toBe(
    "src/chains/index.ts: linguist-generated: true\nsrc/other/bad.ts: linguist-generated: unspecified\n",
  );
  const { stdout: linted } = run(process.execPath, biome, "lint", "--reporter=json", "src");
  expect(linted).toContain("src/other/bad.ts");
  expect(linted).not.toContain("src/chains");
  expect(run(process.execPath, biome, "format", "biome.json", "package.json").status).toBe(0);
});
