import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ExampleFolder, makeExampleFolder } from "../support/example-folder.js";
import { fencedBlocks } from "../support/fenced-blocks.js";

const page = readFileSync(fileURLToPath(new URL("../../docs/numbers.md", import.meta.url)), "utf8");
const chain = fencedBlocks(page, "py")[0]?.code ?? "";
const examples = fencedBlocks(page, "ts").map(({ code }, index) => ({ index, code }));

/** What the model server answers to each input of the page: the text that pydantic 2.13 writes of the chain's result. */
const answers = `
const answers = new Map([
  ["9007199254740993", '{"id":9007199254740993,"id_text":"9007199254740993","total":"0.10","score":0.5}'],
  ["7", '{"id":7,"id_text":"7","total":"0","score":null}'],
]);
globalThis.fetch = async (_url, { body }) => new Response(answers.get(JSON.parse(body).query.id));
`;

let folder: ExampleFolder;

beforeAll(async () => {
  folder = await makeExampleFolder("numbers-docs", { "ledger.py": chain });
  folder.write("answers.mjs", answers);
});
afterAll(() => folder.remove());

/** What the comments of an example say that it prints. */
function announced(code: string): readonly string[] {
  return [...code.matchAll(/^ *console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text = ""]) => text);
}

test.each(examples)("example $index of docs/numbers.md prints what its comments say", async ({ index, code }) => {
  folder.writeModule(`example-${index}.ts`, code);
  const result = await folder.run(`example-${index}.js`, "answers.mjs");
  expect(result.code, result.stderr).toBe(0);
  expect(announced(code)).not.toStrictEqual([]);
  expect(result.stdout.trimEnd().split("\n")).toStrictEqual(announced(code));
});
