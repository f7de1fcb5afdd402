import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type MockServer, memoryHost, readChain, startMock } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExampleFolder, makeExampleFolder } from "../support/example-folder.js";
import { fencedBlocks } from "../support/fenced-blocks.js";

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

let folder: ExampleFolder;
let mock: MockServer;

beforeAll(async () => {
  const { signature } = readChain(memoryHost({ "hello.py": chain }), { path: "hello.py", options: {} });
  if (signature === undefined) throw new Error("The chain of the README cannot be read");
  const start = await startMock({ signature, answer: "Hello, Ada!" }, 0);
  if (!start.ok) throw new Error(start.diagnostics.map(({ message }) => message).join());
  mock = start.server;
  folder = await makeExampleFolder("docs-run", { "hello.py": chain });
  folder.write("to-mock.mjs", toMock(mock.url));
});
afterAll(async () => {
  await mock.close();
  folder.remove();
});

test.concurrent.each(examples)("example $index of $page runs", async ({ page, index, code }) => {
  const name = `${page.replaceAll(/\W/g, "-")}-${index}`;
  folder.writeModule(`${name}.ts`, code);
  const result = await folder.run(`${name}.js`, "to-mock.mjs");
  expect(result.code, result.stdout + result.stderr).toBe(0);
});
