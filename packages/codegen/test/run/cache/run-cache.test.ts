import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../../../tests/support/temporary-folder.js";
import type { StaticSource } from "../../../src/chain-source.js";
import { diskHost } from "../../../src/read/hosts/disk-host.js";
import { openRunCache } from "../../../src/run/cache/run-cache.js";
import { generateRuns } from "../../../src/run/generate-runs.js";
import type { GenerateRun } from "../../../src/run/resolve/resolve-runs.js";
import type { RunResult } from "../../../src/run/run-result.js";
import { writeRuns } from "../../../src/run/write-runs.js";

const files: Readonly<Record<string, string>> = {
  "typed-chains.config.json": "{}",
  "chains/hello.py": `import truss_chains as chains
from shared import Answer
from space.more import Detail

class Hello(chains.ChainletBase):
    async def run_remote(self, name: str, detail: Detail) -> Answer:
        ...
`,
  "chains/shared.py": "from pydantic import BaseModel\n\nclass Answer(BaseModel):\n    text: str\n",
  "chains/space/more.py": "from pydantic import BaseModel\n\nclass Detail(BaseModel):\n    size: int\n",
};

let folder: string;
let cache: string;

beforeEach(() => {
  folder = temporaryFolder();
  cache = join(folder, "node_modules/.cache/typed-chains");
  for (const [path, text] of Object.entries(files)) put(path, text);
});

const at = (path: string): string => join(folder, path);
const textOf = (path: string): string => readFileSync(at(path), "utf8");

function put(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), text);
}

function runOf(options: Partial<GenerateRun> = {}, source?: StaticSource): GenerateRun {
  const path = at("chains/hello.py");
  return {
    out: at("out"),
    options: { importExtension: "js" },
    requests: [{ source: source ?? { path, options: {} }, label: "chains/hello.py" }],
    ...options,
  };
}

async function generate(run: GenerateRun): Promise<RunResult> {
  const host = diskHost(folder);
  const [generated] = await generateRuns(host, [run]);
  if (generated === undefined) throw new Error("One run gives one client");
  const [result] = await writeRuns([generated]);
  if (result === undefined) throw new Error("One client gives one result");
  openRunCache(host, cache, "generator").keep(generated, result);
  return result;
}

const find = (run: GenerateRun, generator = "generator"): RunResult | undefined =>
  openRunCache(diskHost(folder), cache, generator).find(run)?.result;

test("a run is found as long as nothing changes", async () => {
  const run = runOf();
  expect(find(run)).toBeUndefined();
  const { changes, diagnostics } = await generate(run);
  const unchanged = changes.map(({ path }) => ({ path, status: "unchanged" }));
  expect(unchanged.map(({ path }) => path)).toContain("hello.ts");
  expect(find(run)).toStrictEqual({ out: at("out"), changes: unchanged, diagnostics });
  expect(find(runOf())).toStrictEqual(find(run));
});

test("it is found with what was said of its sources", async () => {
  // truss refuses a set.
  put("chains/hello.py", files["chains/hello.py"]?.replace("name: str", "name: set[str]") ?? "");
  const lenient = () => runOf({}, { path: at("chains/hello.py"), options: { lenient: true } });
  const { diagnostics } = await generate(lenient());
  expect(diagnostics.map(({ severity }) => severity)).toStrictEqual(["warning"]);
  expect(find(lenient())?.diagnostics).toStrictEqual(diagnostics);
});

describe("what does not count", () => {
  const harmless: Readonly<Record<string, () => void>> = {
    "the time of a file": () => utimesSync(at("chains/hello.py"), 1, 1),
    "line ends of what is generated": () => put("out/hello.ts", textOf("out/hello.ts").replaceAll("\n", "\r\n")),
    "files that come beside the sources": () => {
      put("chains/other.py", "");
      put("chains/space/other.py", "");
      put("README.md", "");
    },
    "a file of the user's in the output folder": () => put("out/notes.txt", "mine"),
  };
  test.each(Object.keys(harmless))("%s", async (name) => {
    await generate(runOf());
    harmless[name]?.();
    expect(find(runOf())).toBeDefined();
  });
});

describe("what counts", () => {
  const changes: Readonly<Record<string, () => void>> = {
    "a source": () => put("chains/hello.py", `${files["chains/hello.py"]}\n`),
    "a source that is gone": () => rmSync(at("chains/hello.py")),
    "a module that it imports": () => put("chains/shared.py", `${files["chains/shared.py"]}    more: int\n`),
    "a module that goes before the one it imports": () => put("chains/shared/__init__.py", ""),
    "a folder of modules that goes": () => renameSync(at("chains/space"), at("chains/elsewhere")),
    "a project that begins further down": () => put("chains/pyproject.toml", ""),
    "a file that was edited": () => put("out/hello.ts", `${textOf("out/hello.ts")}\n`),
    "a file that is gone": () => rmSync(at("out/index.ts")),
    "a manifest that is gone": () => rmSync(at("out/.typed-chains.json")),
    "what a killed run left": () => put("out/.typed-chains-1-1.tmp", ""),
    "an entry that is damaged": () => {
      for (const name of readdirSync(cache)) {
        const entry = `node_modules/.cache/typed-chains/${name}`;
        put(entry, textOf(entry).replace("unchanged", "changed").slice(0, -1));
      }
    },
  };
  test.each(Object.keys(changes))("%s", async (name) => {
    await generate(runOf());
    expect(find(runOf())).toBeDefined();
    changes[name]?.();
    expect(find(runOf())).toBeUndefined();
  });

  test("what is asked for", async () => {
    await generate(runOf());
    expect(find(runOf({ options: { importExtension: "ts" } }))).toBeUndefined();
    expect(find(runOf({ package: { name: "@acme/hello" } }))).toBeUndefined();
    expect(find(runOf({}, { path: at("chains/hello.py"), options: { name: "Other" } }))).toBeUndefined();
    const types = new Map([["torch.Tensor", { type: "array" }]]);
    expect(find(runOf({}, { path: at("chains/hello.py"), options: { types } }))).toBeUndefined();
  });

  test("the generator", async () => {
    await generate(runOf());
    expect(find(runOf(), "another")).toBeUndefined();
  });
});

describe("a package", () => {
  const packaged = () => runOf({ package: { name: "@acme/hello" } });

  test("is found after its first run, although its package.json was then written", async () => {
    await generate(packaged());
    expect(find(packaged())).toBeDefined();
    put("out/package.json", textOf("out/package.json").replace("{", '{ "private": true,'));
    expect(find(packaged())).toBeUndefined();
  });

  test("is found when its README has become the user's, and not when that is gone", async () => {
    await generate(packaged());
    put("out/README.md", "mine");
    expect(find(packaged())).toBeUndefined();
    await generate(packaged());
    expect(find(packaged())).toBeDefined();
    rmSync(at("out/README.md"));
    expect(find(packaged())).toBeUndefined();
  });
});

test("what was not written for a month is forgotten", async () => {
  await generate(runOf());
  const [entry = ""] = readdirSync(cache);
  put("node_modules/.cache/typed-chains/old.json", "");
  put("node_modules/.cache/typed-chains/recent.json", "");
  utimesSync(join(cache, "old.json"), 1, 1);
  await generate(runOf());
  expect(readdirSync(cache).sort()).toStrictEqual([entry, "recent.json"].sort());
});

describe("nothing is kept", () => {
  test("of a run with an error", async () => {
    put("chains/hello.py", "class");
    expect((await generate(runOf())).diagnostics).not.toStrictEqual([]);
    expect(find(runOf())).toBeUndefined();
    expect(() => readdirSync(cache)).toThrow("ENOENT");
  });

  test("of a file that changed while it was read", async () => {
    const disk = diskHost(folder);
    let count = 0;
    const changing = {
      ...disk,
      read(path: string) {
        if (path.endsWith("shared.py")) put("chains/shared.py", `${files["chains/shared.py"]}# ${count++}\n`);
        return disk.read(path);
      },
    };
    const second = runOf({}, { path: at("chains/hello.py"), options: { name: "Second" } });
    const run = runOf({ requests: [...runOf().requests, ...second.requests] });
    const [generated] = await generateRuns(changing, [run]);
    expect(count).toBeGreaterThan(1);
    expect(generated?.recording.isRepeatable).toBe(false);
  });

  test("where it cannot be written", async () => {
    put("node_modules/.cache", "a file in the way");
    expect((await generate(runOf())).diagnostics).toStrictEqual([]);
    expect(find(runOf())).toBeUndefined();
  });
});
