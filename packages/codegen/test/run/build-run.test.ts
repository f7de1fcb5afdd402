import { expect, test } from "vitest";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import type { SourceHost } from "../../src/read/source-host.js";
import { type ChainMemory, processMemory } from "../../src/run/chain-memory.js";
import { type GeneratedRun, generateRuns } from "../../src/run/generate-runs.js";
import type { GenerateRun } from "../../src/run/resolve/resolve-runs.js";

const chain = (shared: string): string => `import truss_chains as chains
from ${shared} import Answer

class Chain(chains.ChainletBase):
    async def run_remote(self, text: str) -> Answer:
        ...
`;
const answer = (field: string): string =>
  `from pydantic import BaseModel\n\nclass Answer(BaseModel):\n    ${field}: str\n`;
const files = { "a.py": chain("one"), "b.py": chain("two"), "one.py": answer("one"), "two.py": answer("two") };

const names = ["a", "b"];
const run: GenerateRun = {
  out: "clients",
  options: { importExtension: "js" },
  requests: names.map((name) => ({ source: { path: `${name}.py`, options: { name } }, label: `${name}.py` })),
};

async function generate(host: SourceHost, memory: ChainMemory): Promise<GeneratedRun> {
  const [generated] = await generateRuns(host, [run], { onRead: () => {}, memory });
  if (generated === undefined) throw new Error("One run gives one client");
  return generated;
}

/** What was read of each chain: the same object where it was not read again. */
const inputs = ({ client }: GeneratedRun) => client.signatures.map((signature) => signature?.input);

test("only the chains that a change reaches are built again", async () => {
  const memory = processMemory();
  const first = await generate(memoryHost(files), memory);
  const [a, b] = inputs(first);
  expect(a).toBeDefined();

  const same = await generate(memoryHost(files), memory);
  expect(inputs(same)[0]).toBe(a);
  expect(inputs(same)[1]).toBe(b);

  const changed = await generate(memoryHost({ ...files, "two.py": answer("other") }), memory);
  expect(inputs(changed)[0]).toBe(a);
  expect(inputs(changed)[1]).not.toBe(b);
  expect(changed.client.files.get("b.ts")).toContain("other: string");
});

test("what a client depends on is the same, whether its chains were built again or not", async () => {
  const memory = processMemory();
  const first = await generate(memoryHost(files), memory);
  const second = await generate(memoryHost(files), memory);
  expect(second.recording).toStrictEqual(first.recording);
  expect(second.recording.observations.map(({ path }) => path)).toEqual(expect.arrayContaining(["a.py", "two.py"]));
  expect(second.client).toStrictEqual(first.client);
});

test("without a memory, everything is built again", async () => {
  const generateAnew = async () => await generateRuns(memoryHost(files), [run]);
  const [[first], [second]] = [await generateAnew(), await generateAnew()];
  expect(second?.client).toStrictEqual(first?.client);
  expect(second && inputs(second)[0]).not.toBe(first && inputs(first)[0]);
});
