import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClient, type MockServer, memoryHost, readChain, startMock } from "@typed-chains/codegen";
import ts from "typescript";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { makeOutputFolder } from "../support/output-folder.js";
import { runCommand } from "../support/run-command.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const chain = fencedBlocks(textOf("README.md"), "py")[0]?.code ?? "";
const examples = ["docs/calling.md", "docs/errors.md", "docs/async.md"].flatMap((page) =>
  fencedBlocks(textOf(page), "ts").map(({ code }, index) => ({ page, index, code })),
);

/** Stands in for the platform: whatever host an example calls, the mock answers. */
const toMock = (url: string): string => `
const real = globalThis.fetch;
globalThis.fetch = (url, init) => real(${JSON.stringify(url)} + new URL(url).pathname, init);
`;

let folder: string;
let mock: MockServer;

beforeAll(async () => {
  folder = makeOutputFolder("docs-run");
  const host = memoryHost({ "hello.py": chain });
  const { signature } = readChain(host, { path: "hello.py", options: {} });
  if (signature === undefined) throw new Error("The chain of the README cannot be read");
  const start = await startMock({ signature, answer: "Hello, Ada!" }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  mock = start.server;
  const request = { source: { path: "hello.py", options: {} }, label: "hello.py", chainId: "abc123" };
  const { files } = await generateClient(host, [request], { importExtension: "js" });
  mkdirSync(join(folder, "chains"));
  for (const [path, text] of files) if (path.endsWith(".ts")) writeModule(`chains/${path}`, text);
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  writeFileSync(join(folder, "to-mock.mjs"), toMock(mock.url));
});
afterAll(async () => {
  await mock.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeModule(path: string, text: string): void {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022 };
  writeFileSync(
    join(folder, path.replace(/\.ts$/, ".js")),
    ts.transpileModule(text, { compilerOptions: options }).outputText,
  );
}

test.concurrent.each(examples)("example $index of $page runs", async ({ page, index, code }) => {
  const name = `${page.replaceAll(/\W/g, "-")}-${index}`;
  writeModule(`${name}.ts`, code);
  const env = { ...process.env, BASETEN_API_KEY: "key" };
  const result = await runCommand(process.execPath, ["--import", "./to-mock.mjs", `${name}.js`], { cwd: folder, env });
  expect(result.code, result.stdout + result.stderr).toBe(0);
});
