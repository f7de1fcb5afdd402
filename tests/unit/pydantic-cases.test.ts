import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type ChainSource, generateClient, memoryHost, readChain } from "@typed-chains/codegen";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileProject } from "../support/compile-project.js";

interface PydanticCase {
  readonly id: number;
  readonly label: string;
  readonly code: string;
  readonly target: string;
  readonly validation?: object;
  readonly wire?: object;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = join(root, "out", "pydantic-cases");
const { prelude, cases } = JSON.parse(readFileSync(join(root, "fixtures", "pydantic", "cases.json"), "utf8")) as {
  prelude: string;
  cases: readonly PydanticCase[];
};

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The case as a chain that takes the model and gives it back. */
function chainOf({ id, code, target }: PydanticCase): string {
  return [
    prelude,
    "import truss_chains",
    code,
    "@truss_chains.mark_entrypoint",
    `class Case${id}(truss_chains.ChainletBase):`,
    `    async def run_remote(self, value: ${target}) -> ${target}:`,
    "        return value",
  ].join("\n");
}

/** pydantic's own schemas of the case: of its one argument, and of what the wire carries. */
function schemasOf({ validation = {}, wire = {} }: PydanticCase): Record<string, string> {
  const { $defs, ...value } = validation as { $defs?: object };
  const input = { type: "object", properties: { value }, required: ["value"], ...($defs && { $defs }) };
  return { "input.json": JSON.stringify(input), "output.json": JSON.stringify(wire) };
}

async function generate(pydanticCase: PydanticCase): Promise<"source" | "schemas"> {
  const name = `Case${pydanticCase.id}`;
  const host = memoryHost({ "case.py": chainOf(pydanticCase), ...schemasOf(pydanticCase) });
  const python: ChainSource = { path: "case.py", options: {} };
  const schemas: ChainSource = { schemas: { name, inputSchema: "input.json", outputSchema: "output.json" } };
  const readsPython = readChain(host, python).signature !== undefined;
  const request = { source: readsPython ? python : schemas, label: "case.py" };
  const { files, diagnostics } = await generateClient(host, [request], { importExtension: "js" });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toStrictEqual([]);
  for (const [path, text] of files) if (path !== "index.ts") writeFileSync(join(folder, path), text);
  return readsPython ? "source" : "schemas";
}

test("the client of every pydantic case compiles, from source where it is read and from pydantic's schemas else", async () => {
  const ways = new Map<string, number>();
  for (const pydanticCase of cases) {
    const way = await generate(pydanticCase);
    ways.set(way, (ways.get(way) ?? 0) + 1);
  }
  const options = JSON.parse(readFileSync(join(root, "fixtures", "tsconfig.json"), "utf8")) as object;
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ ...options, include: ["*.ts"] }));
  expect(compileProject("out/pydantic-cases/tsconfig.json")).toBe("");
  expect([...ways.values()].reduce((sum, count) => sum + count)).toBe(cases.length);
  // What is read from source may only grow.
  expect(ways.get("source")).toBeGreaterThanOrEqual(380);
});
