import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../../../tests/support/temporary-folder.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { openChainCache } from "../../../src/run/cache/chain-cache.js";
import { type ChainMemory, processMemory, type RememberedChains } from "../../../src/run/chain-memory.js";
import { type GeneratedRun, generateRuns } from "../../../src/run/generate-runs.js";
import type { GenerateRun } from "../../../src/run/resolve/resolve-runs.js";

const chain = (field: string): string => `import truss_chains as chains

class Chain(chains.ChainletBase):
    async def run_remote(self, ${field}: str) -> str:
        """Says “${field}”."""
        ...
`;
const files = { "a.py": chain("one"), "b.py": chain("two"), "broken.py": "class" };

function runOf(...names: readonly string[]): GenerateRun {
  return {
    out: "clients",
    options: { importExtension: "js" },
    requests: names.map((name) => ({ source: { path: `${name}.py`, options: { name } }, label: `${name}.py` })),
  };
}

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const open = (generator = "generator"): ChainMemory => openChainCache(folder, generator);

/** The only file of the cache. */
const file = (): string => join(folder, readdirSync(folder)[0] ?? "");

async function generate(
  run: GenerateRun,
  memory: ChainMemory,
  sources: Record<string, string> = files,
): Promise<GeneratedRun> {
  const [generated] = await generateRuns(memoryHost(sources), [run], { onRead: () => {}, memory });
  if (generated === undefined) throw new Error("One run gives one client");
  return generated;
}

/** What a process would remember of a run. */
async function remembered(run: GenerateRun): Promise<RememberedChains | undefined> {
  const memory = processMemory();
  await generate(run, memory);
  return memory.find(run);
}

test("chains are found as they were built", async () => {
  const run = runOf("a", "b");
  await generate(run, open());
  const found = open().find(run);
  expect(found?.size).toBe(2);
  expect(found).toEqual(await remembered(run));
});

test("what is found is not built again, and gives the same client", async () => {
  const run = runOf("a", "b");
  const first = await generate(run, open());
  const found = open().find(run);
  const seen: ChainMemory = { find: () => found, keep: () => expect.unreachable("Everything is known") };
  const second = await generate(run, seen);
  expect(second.client).toEqual(first.client);
  expect(second.recording).toStrictEqual(first.recording);
});

test("a chain that has changed is built again, and kept instead of what it was", async () => {
  const run = runOf("a", "b");
  await generate(run, open());
  const changed = { ...files, "b.py": chain("other") };
  const { client } = await generate(run, open(), changed);
  expect(client.files.get("b.ts")).toContain("other: string");
  expect(client).toEqual((await generate(run, processMemory(), changed)).client);
  expect(readFileSync(file(), "utf8")).not.toContain("Says “two”");
});

test("chains are kept beside one that has an error, and its error is told again", async () => {
  const run = runOf("a", "broken");
  const first = await generate(run, open());
  expect(first.client.diagnostics.map(({ code }) => code)).toStrictEqual(["TC201"]);
  expect(open().find(run)?.size).toBe(2);
  expect((await generate(run, open())).client).toEqual(first.client);
});

describe("nothing is found", () => {
  const run = runOf("a", "b");

  test("where nothing was kept", () => {
    expect(open().find(run)).toBeUndefined();
  });

  test("of a run of one chain, of which nothing is kept", async () => {
    await generate(runOf("a"), open());
    expect(readdirSync(folder)).toStrictEqual([]);
    expect(open().find(runOf("a"))).toBeUndefined();
  });

  test("by another generator", async () => {
    await generate(run, open());
    expect(open("another").find(run)).toBeUndefined();
  });

  test("for another folder", async () => {
    await generate(run, open());
    expect(open().find({ ...run, out: "others" })).toBeUndefined();
  });

  test("where it was cut off or edited", async () => {
    await generate(run, open());
    const text = readFileSync(file(), "utf8");
    for (const damaged of [text.slice(0, -10), text.replace("two", "owt"), "", "{}"]) {
      writeFileSync(file(), damaged);
      expect(open().find(run)).toBeUndefined();
    }
  });

  test("of a chain that Python was run for", async () => {
    const known = await remembered(run);
    const chains = [...(known ?? [])].map(
      ([key, one], index) => [key, { ...one, isIntrospected: index === 0 }] as const,
    );
    open().keep(run, new Map(chains));
    expect([...(open().find(run)?.keys() ?? [])]).toStrictEqual([chains[1]?.[0]]);
  });
});
