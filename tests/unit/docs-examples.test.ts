import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, memoryHost } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { makeOutputFolder } from "../support/output-folder.js";
import { runExample } from "../support/run-example.js";
import { runInProcess } from "../support/run-in-process.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pages = [
  "README.md",
  "packages/codegen/README.md",
  "packages/runtime/README.md",
  "docs/calling.md",
  "docs/errors.md",
  "docs/async.md",
  "docs/streams.md",
  "docs/websockets.md",
  "docs/browsers.md",
  "docs/binary.md",
  "docs/webhooks.md",
  "docs/publishing.md",
  "docs/numbers.md",
  "docs/testing.md",
  "docs/schemas.md",
];
const texts = pages.map((page) => readFileSync(join(root, page), "utf8"));
const blocksOf = (language: string): readonly string[] =>
  texts.flatMap((text) => fencedBlocks(text, language).map(({ code }) => code));

/** The chains of the pages, by the names of their files. */
const chains = Object.fromEntries(blocksOf("py").map((code) => [/^# (\w+\.py)\n/.exec(code)?.[1] ?? "", code]));
const modules = blocksOf("ts").map((code, index) => ({ file: `example-${index}.ts`, code }));
const commands = blocksOf("sh").flatMap((code) => code.match(/(?<=^npx typed-chains ).*/gm) ?? []);
let folder: string;

beforeAll(() => {
  folder = makeOutputFolder("docs-examples");
  for (const [file, code] of Object.entries(chains)) writeFileSync(join(folder, file), code);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Writes the client of the chains, and every TypeScript example as a module beside it. */
async function layExamples(): Promise<void> {
  const requests = Object.keys(chains).map((path) => ({
    source: { path, options: {} },
    label: path,
    chainId: "abc123",
  }));
  const { files } = await generateClient(memoryHost(chains), requests, {
    importExtension: "js",
    binary: true,
    schemas: true,
  });
  mkdirSync(join(folder, "chains"));
  for (const [path, text] of files) writeFileSync(join(folder, "chains", path), text);
  for (const { file, code } of modules) writeFileSync(join(folder, file), code);
  const flags = { isolatedDeclarations: false, declaration: false, noUnusedLocals: false };
  const settings = { extends: "../../fixtures/tsconfig.json", compilerOptions: flags };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...settings, include: ["example-*.ts"] }));
}

/** The errors that the comments of an example announce, each with its line. */
function announcedErrors({ file, code }: { readonly file: string; readonly code: string }): readonly string[] {
  return code.split("\n").flatMap((line, index) => {
    const [, message] = /\/\/ error: (.*)$/.exec(line) ?? [];
    return message === undefined ? [] : [`${file}:${index + 1} ${message}`];
  });
}

test("every TypeScript example compiles, and errs on exactly the lines that say so", async () => {
  await layExamples();
  const messages = compileProject(join(folder, "tsconfig.json")).split("\n").filter(Boolean);
  const found = messages.map((message) => message.replace(/^.*?([^/]+)\((\d+),\d+\): error TS\d+:/, "$1:$2"));
  const announced = modules.flatMap(announcedErrors);
  expect(found).toStrictEqual(announced);
  expect(announced).toHaveLength(1);
});

test("the examples show every command", () => {
  const shown = new Set(commands.map((command) => command.split(" ")[0]));
  expect([...shown].sort()).toStrictEqual(["describe", "generate", "mock"]);
});

test.each(commands)("typed-chains %s", async (command) => {
  const args = command.split(" ");
  // What serves until it is stopped needs a process of its own.
  if (args[0] === "mock") return expect(await runExample(args, folder)).toMatchObject({ code: 0 });
  const { code, stderr } = await runInProcess(folder, args);
  expect(code, stderr).toBe(0);
});
