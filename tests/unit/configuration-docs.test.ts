import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { makeOutputFolder } from "../support/output-folder.js";
import { runExample } from "../support/run-example.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const page = readFileSync(join(root, "docs/configuration.md"), "utf8");
const [typeScript, json] = fencedBlocks(page, "ts", "json").map(({ code }) => code);
let folder: string;

const chain = (name: string): string => `import torch
import truss_chains as chains

class ${name}(chains.ChainletBase):
    async def run_remote(self, image: torch.Tensor) -> str: ...
`;

const files: Readonly<Record<string, string | undefined>> = {
  "typed-chains.config.ts": typeScript,
  "as-json.json": json,
  "chains/hello.py": chain("Hello"),
  "chains/scoring/fast.py": chain("Fast"),
  "schemas/rank.in.json": '{ "type": "object" }',
  "schemas/rank.out.json": '{ "type": "number" }',
  "tsconfig.json": JSON.stringify({
    extends: "../../fixtures/tsconfig.json",
    compilerOptions: { isolatedDeclarations: false },
    include: ["typed-chains.config.ts"],
  }),
};

beforeAll(() => {
  folder = makeOutputFolder("configuration-docs");
  for (const [path, text = ""] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the example in TypeScript compiles", () => {
  expect(compileProject(join(folder, "tsconfig.json"))).toBe("");
});

test("the examples generate, and both the same", async () => {
  const first = await runExample(["generate"], folder);
  expect(first.code, first.output).toBe(0);
  for (const file of ["chains/hello.ts", "chains/fast.ts", "rank/rank.ts"]) {
    expect(first.output).toContain(`src/${file} created`);
  }
  // The folders belong to the first one as long as it is there.
  rmSync(join(folder, "typed-chains.config.ts"));
  const second = await runExample(["generate", "--config", "as-json.json"], folder);
  expect(second).toStrictEqual({ code: 0, output: "✓ src/chains is up to date\n✓ src/rank is up to date\n" });
});
