import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExampleFolder, makeExampleFolder } from "../support/example-folder.js";
import { fencedBlocks } from "../support/fenced-blocks.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const textOf = (page: string): string => readFileSync(join(root, page), "utf8");
const firstChainOf = (page: string): string => fencedBlocks(textOf(page), "py")[0]?.code ?? "";
const chain = firstChainOf("README.md");
const mood = firstChainOf("docs/testing.md");
const story = firstChainOf("docs/streams.md");
const examples = fencedBlocks(textOf("docs/testing.md"), "ts").map(({ code }, index) => ({ index, code }));

/** No example calls anything but this machine. */
const offline = `
const real = globalThis.fetch;
globalThis.fetch = (url, init) => {
  if (new URL(url).hostname !== "127.0.0.1") throw new Error("an example calls " + url);
  return real(url, init);
};
`;

let folder: ExampleFolder;

beforeAll(async () => {
  folder = await makeExampleFolder("testing-docs", { "hello.py": chain, "mood.py": mood, "story.py": story });
  folder.write("offline.mjs", offline);
});
afterAll(() => folder.remove());

test.each(examples)("the tests of example $index of docs/testing.md pass", async ({ index, code }) => {
  folder.writeModule(`example-${index}.ts`, code);
  const { code: exit, stdout, stderr } = await folder.run(`example-${index}.js`, "offline.mjs");
  expect(exit, stdout + stderr).toBe(0);
  const tests = code.match(/^test\(/gm) ?? [];
  expect(tests).not.toStrictEqual([]);
  expect(stdout).toContain(`# pass ${tests.length}\n`);
});
