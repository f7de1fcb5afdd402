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
  const second = await runExample(["generate", "--config", "as-json.json"], folder);
  expect(second).toStrictEqual({ code: 0, output: "✓ src/chains is up to date\n✓ src/rank is up to date\n" });
});

test("the table of keys is that of the JSON Schema", () => {
  expect(page).toContain(tableOf(keysOfSchema()));
});

type Row = readonly [key: string, of: string, meaning: string];
type Properties = Readonly<Record<string, Described>>;

/** A part of the schema, as far as the page shows it. */
interface Described {
  readonly description?: string;
  readonly items?: { readonly properties?: Properties };
}

function keysOfSchema(): readonly Row[] {
  const schema = JSON.parse(readFileSync(join(root, "packages/codegen/schema/config.schema.json"), "utf8")) as {
    readonly properties: Properties;
  };
  const { properties: top } = schema;
  const ofChain = top["chains"]?.items?.properties ?? {};
  const row = (key: string, of: string, { description = "" }: Described): Row => [`\`${key}\``, of, description];
  return [
    ...Object.entries(ofChain).map(([key, value]) => row(key, key in top ? "chain, top" : "chain", value)),
    ...Object.entries(top).flatMap(([key, value]) => (key in ofChain ? [] : [row(key, "top", value)])),
  ];
}

function tableOf(rows: readonly Row[]): string {
  const head: Row = ["key", "of", "meaning"];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}
