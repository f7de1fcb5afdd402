import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeEach, describe, expect, test } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import resultSchema from "../../schema/generate-result.schema.json" with { type: "json" };
import { runCommandLine } from "../../src/cli/run.js";
import { inFolder } from "../config/support/temporary-project.js";

const isResult = new Ajv2020().compile(resultSchema);
const chain = (name: string, parameters = "text: str"): string => `import truss_chains as chains

class ${name}(chains.ChainletBase):
    async def run_remote(self, ${parameters}) -> str: ...
`;

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
  put({ "a.py": chain("Alpha"), "b.py": chain("Beta"), "c.py": chain("Gamma") });
});

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

async function run(config: object | undefined, ...argv: readonly string[]) {
  [printed.stdout, printed.stderr] = ["", ""];
  if (config !== undefined) put({ "typed-chains.config.json": JSON.stringify(config, undefined, 1) });
  const code = await inFolder(folder, async () => await runCommandLine(argv));
  return { code, ...printed };
}

interface Result {
  readonly ok: boolean;
  readonly clients: readonly { readonly out: string; readonly status: string }[];
  readonly diagnostics: readonly {
    readonly code: string;
    readonly message: string;
    readonly help?: string;
    readonly location?: object;
  }[];
}

async function json(config: object | undefined, ...argv: readonly string[]) {
  const { code, stdout, stderr } = await run(config, ...argv, "--json");
  const result = JSON.parse(stdout) as Result;
  expect([isResult(result), stderr], JSON.stringify(isResult.errors)).toStrictEqual([true, ""]);
  return { code, ...result };
}

test("what is called like a config, and cannot be one, is named where none is found", async () => {
  put({ "typed-chains.config.yaml": "out: o\n", "chains/x.txt": "" });
  const message = "typed-chains.config.yaml is not read: a config ends in .ts, .mts, .js, .mjs or .json.";
  for (const command of ["generate", "describe"]) {
    const { code, stderr } = await run(undefined, command);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining(message)]);
  }
  await inFolder(join(folder, "chains"), async () => await runCommandLine(["generate"]));
  expect(printed.stderr).toContain(`../${message}`);
});

describe("a config that lacks something is told with its place, in text and in JSON", () => {
  const [a, b] = [{ source: "a.py" }, { source: "b.py" }];
  test.each<[object, string, string, number, string]>([
    [{ out: "o" }, "TC604", "typed-chains.config.json has no chains", 1, "add some, such as"],
    [{ out: "o", chains: [] }, "TC604", "typed-chains.config.json has no chains", 3, "add some, such as"],
    [{ chains: [a, b] }, "TC604", "`out` is missing in typed-chains.config.json", 1, "add it, such as"],
    [{ chains: [{ ...a, out: "o" }, b] }, "TC604", "typed-chains.config.json has no `out` for b.py", 7, "add it"],
    [
      { out: "o", chains: [a, a] },
      "TC605",
      "a.py is listed twice in typed-chains.config.json: `chains[0].source`",
      8,
      "leave one",
    ],
    [
      { out: "o", chains: [{ ...a, package: "@x/a" }, b] },
      "TC605",
      "the chains in o differ in their `package`, which is that of the whole folder: a.py has @x/a, b.py has none",
      8,
      "give them the same",
    ],
    [
      {
        package: "@x/a",
        chains: [
          { ...a, out: "o" },
          { ...b, out: "p" },
        ],
      },
      "TC605",
      "the package @x/a would be in both o and p",
      8,
      "give each folder another name",
    ],
  ])("%j", async (config, code, message, line, help) => {
    const { diagnostics, ...rest } = await json(config, "generate");
    expect(rest).toMatchObject({ code: 2, ok: false, clients: [] });
    expect(diagnostics).toMatchObject([{ code, location: { file: "typed-chains.config.json", line } }]);
    expect(diagnostics[0]?.message).toContain(message);
    expect(diagnostics[0]?.help).toContain(help);
    const { code: exitCode, stdout, stderr } = await run(config, "generate");
    expect([exitCode, stdout]).toStrictEqual([2, ""]);
    expect(stderr).toContain(`✗ ${code} ${message}`);
    expect(stderr).toContain(`typed-chains.config.json:${line}:`);
  });

  test("chains of one file with an entrypoint each are several", async () => {
    put({ "a.py": `${chain("Alpha")}\n${chain("Beta")}` });
    const chains = ["Alpha", "Beta"].map((entrypoint) => ({ source: "a.py", entrypoint }));
    expect(await json({ out: "o", chains }, "generate")).toMatchObject({ code: 0, ok: true });
  });
});

describe("whoever asks for JSON gets JSON", () => {
  test.each([
    [["generate"], "Name a source"],
    [["generate", "a.py"], "--out is missing"],
    [["generate", "--outt", "x"], "outt"],
    [["generate", "a.py", "--out", ""], "--out is the folder"],
  ])("%j", async (argv, message) => {
    const { code, ok, diagnostics } = await json(undefined, ...argv);
    expect([code, ok, diagnostics.map((one) => one.code)]).toStrictEqual([2, false, ["TC607"]]);
    expect(diagnostics[0]?.message).toContain(message);
  });

  test("and nobody else", async () => {
    for (const argv of [
      ["generate", "--json=false"],
      ["generate", "--json", "false"],
      ["generate", "--", "--json"],
    ]) {
      expect(await run(undefined, ...argv)).toMatchObject({ code: 2, stdout: "" });
    }
  });
});

describe("the chain of a command that takes one", () => {
  const config = { chains: [{ source: "*.py" }, { source: "b.py", name: "Renamed" }] };
  const described = async (...argv: readonly string[]) => {
    const { code, stdout, stderr } = await run(config, "describe", ...argv);
    return stdout === "" ? [code, stderr] : [code, (JSON.parse(stdout) as { readonly source: string }).source];
  };

  test("is found by the name that its source or the config gives it", async () => {
    expect(await described("--name", "Gamma")).toStrictEqual([0, "c.py"]);
    expect(await described("--entrypoint", "Alpha")).toStrictEqual([0, "a.py"]);
    expect(await described("--name", "Renamed")).toStrictEqual([0, "b.py"]);
    expect(await described("--entrypoint", "Beta")).toStrictEqual([0, "b.py"]);
  });

  test("is asked for with the names that there are", async () => {
    const [code, stderr] = await described();
    expect(code).toBe(2);
    expect(stderr).toContain(`typed-chains.config.json has several chains. Name one by its file, or with --name:
  a.py (Alpha)
  c.py (Gamma)
  b.py (Renamed)
`);
    expect((await described("--name", "Gama"))[1]).toContain("and none is called Gama; did you mean Gamma?");
    expect((await described("--name", "Beta"))[1]).toContain("and none is called Beta.");
  });

  test("is among ten of many, also where one cannot be read", async () => {
    put(Object.fromEntries([...Array(10).keys()].map((index) => [`d${index}.py`, "class (:\n"])));
    const stderr = String((await described())[1]);
    expect(stderr).toContain("  d7.py\n  and 3 more\n");
    expect(stderr).not.toContain("d8.py");
  });
});

describe("a fix in a config names its key", () => {
  test("beside the option", async () => {
    put({ "a.py": chain("Alpha", "tensor: torch.Tensor").replace("import truss", "import torch\nimport truss") });
    const config = { out: "o", chains: [{ source: "a.py" }] };
    const told = (await json(config, "generate")).diagnostics.map(({ code, help }) => [code, help]);
    expect(told).toStrictEqual([["TC210", expect.stringMatching(/ \(in typed-chains\.config\.json: .*`types`\)$/)]]);
    expect((await run(config, "describe")).stderr).toMatch(/\(in typed-chains\.config\.json: .*`types`\)$/m);
    const alone = await json(config, "generate", "a.py", "--out", "o");
    expect(alone.diagnostics[0]?.help).not.toContain("config");
  });

  test("but not in a command that is to be run", async () => {
    const { diagnostics } = await json({ chains: [{ source: "a.py" }] }, "generate", "--out", "o", "--check");
    expect(diagnostics[0]?.help).toBe("run npx typed-chains generate --out o");
  });
});

describe("a run with errors", () => {
  const config = {
    chains: [
      { source: "a.py", out: "o" },
      { source: "b.py", out: "p" },
    ],
  };

  test("tells them last, and ends with the folders that were not written", async () => {
    put({ "a.py": chain("Alpha", "text, more: list, other") });
    const { code, stderr } = await run(config, "generate", "--lenient");
    expect(code).toBe(1);
    expect(stderr.endsWith("✗ o kept as it was: 2 errors, 1 warning\n"), stderr).toBe(true);
    expect(stderr).toContain("✓ p/beta.ts created\n");
    expect(stderr.indexOf("⚠ TC216")).toBe(0);
    const unread = await run(config, "generate", "--check", "--lenient");
    expect(unread.stderr.endsWith("✗ o would be kept as it was: 2 errors, 1 warning\n"), unread.stderr).toBe(true);
  });

  test("says of each client what became of it", async () => {
    const statuses = async (...argv: readonly string[]) =>
      (await json(config, "generate", ...argv)).clients.map(({ out, status }) => `${out} ${status}`);
    expect(await statuses("--check")).toStrictEqual(["o outdated", "p outdated"]);
    expect(await statuses("--dry-run")).toStrictEqual(["o outdated", "p outdated"]);
    expect(await statuses()).toStrictEqual(["o written", "p written"]);
    put({ "a.py": chain("Alpha", "text"), "b.py": chain("Beta", "text: str = 'x'") });
    expect(await statuses("--check")).toStrictEqual(["o kept", "p outdated"]);
    expect(await statuses()).toStrictEqual(["o kept", "p written"]);
    expect(await statuses()).toStrictEqual(["o kept", "p unchanged"]);
  });
});

test.each([
  ["generate"],
  ["describe", "a.py"],
  ["diff", "a.py", "b.py"],
  ["diff", "git:HEAD"],
  ["mock", "a.py"],
  ["verify", "a.py", "--url", "http://localhost:1"],
])("a config that cannot be used ends %s with 2, and is told once", async (...argv) => {
  const { code, stderr } = await run({ chain: [] }, ...argv);
  expect([code, stderr.match(/TC603/g)]).toStrictEqual([2, ["TC603"]]);
});

describe("two names of one folder are refused, for the client that is written last would take the other away", () => {
  const inFolders = (one: string, other: string): object => ({
    chains: [
      { source: "a.py", out: one },
      { source: "b.py", out: other },
    ],
  });

  test.each([
    ["src/chains", "src/Chains", "are the same folder on macOS and Windows"],
    ["real/chains", "link/chains", "real/chains and link/chains are the same folder\n"],
    ["link", "real", "link and real are the same folder\n"],
  ])("%s and %s", async (one, other, message) => {
    mkdirSync(join(folder, "real"));
    symlinkSync("real", join(folder, "link"));
    const { code, stderr } = await run(inFolders(one, other), "generate");
    expect(stderr).toContain("TC605");
    expect(stderr).toContain(message);
    expect([code, readdirSync(join(folder, "real"))]).toStrictEqual([2, []]);
  });

  test("but not folders in each other", async () => {
    expect((await run(inFolders("src", "src/inner"), "generate")).code).toBe(0);
  });
});

test("a file that is missing is told with the key of the config that names it", async () => {
  const { diagnostics } = await json(
    {
      types: "types.json",
      chains: [
        { source: "a.py", out: "a" },
        { source: "b.py", out: "b", types: "other.json", package: { name: "b", license: "LICENCE" } },
      ],
    },
    "generate",
  );
  expect(diagnostics.map(({ message, help }) => `${message}: ${help}`)).toStrictEqual([
    "types.json does not exist: check the path and the current folder (in typed-chains.config.json: `types`)",
    "other.json does not exist: check the path and the current folder (in typed-chains.config.json: `chains[1].types`)",
    "LICENCE does not exist: check the path and the current folder (in typed-chains.config.json: `chains[1].package.license`)",
  ]);
});

test("where none is found, one in a folder below is named", async () => {
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  put({ "packages/b/typed-chains.config.json": "{}", "packages/a/typed-chains.config.ts": "" });
  const { code, stderr } = await run(undefined, "generate");
  expect([code, stderr.split("\n")[0]]).toStrictEqual([
    2,
    "Name a source: a .py, .pyi or .json file; or write a typed-chains.config.ts. There is no config in this folder (but packages/a/typed-chains.config.ts is one: run the command in its folder): typed-chains init writes one.",
  ]);
});

test("what is wrong with a module that clients share is told once, and all of them are named", async () => {
  put({ "shared.py": "class A(:\n", "a.py": `from shared import A\n${chain("Alpha", "a: A")}` });
  put({ "b.py": `from shared import A\n${chain("Beta", "a: A")}` });
  const config = {
    chains: [
      { source: "a.py", out: "a" },
      { source: "b.py", out: "b" },
    ],
  };
  const { stderr } = await run(config, "generate");
  expect(stderr.match(/TC201|✗ \w .*/g)).toStrictEqual([
    "TC201",
    "✗ a kept as it was: 1 error",
    "✗ b kept as it was: 1 error",
  ]);
  expect((await json(undefined, "generate")).diagnostics.map(({ code }) => code)).toStrictEqual(["TC201"]);
});

test("of many clients that change, the number of their files is told", async () => {
  const out = (count: number) => Array.from({ length: count }, (_, index) => ({ source: "a.py", out: `o${index}` }));
  const lines = (text: string) => out(6).map((one) => `${one.out}: ${text}`);
  const told = async (...argv: readonly string[]) =>
    (await run({ chains: out(6) }, "generate", ...argv)).stderr.trimEnd().split("\n");
  expect(await told("--dry-run")).toStrictEqual(lines("2 files would be created").map((line) => `+ ${line}`));
  expect(await told()).toStrictEqual(lines("2 files created").map((line) => `✓ ${line}`));
  put({ "a.py": chain("Other") });
  const mixed = "1 file created, 1 file changed, 1 file removed";
  expect(await told()).toStrictEqual(lines(mixed).map((line) => `✓ ${line}`));
});

test("of many files of one client that change, the number is told", async () => {
  const chains = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ source: "a.py", name: `C${index}` }));
  const told = async (count: number) => (await run({ out: "o", chains: chains(count) }, "generate")).stderr;
  expect(await told(19)).toContain("✓ o/c18.ts created\n");
  expect(await told(18)).toBe("✓ o/index.ts changed\n- o/c18.ts removed\n");
  expect(await told(40)).toBe("✓ o: 22 files created, 1 file changed\n");
});

test("of many clients with nothing to do, the number is told; and --check=false checks nothing", async () => {
  const out = (count: number) => Array.from({ length: count }, (_, index) => ({ source: "a.py", out: `o${index}` }));
  await run({ chains: out(5) }, "generate");
  const named = out(5).map((chain) => `✓ ${chain.out} is up to date\n`);
  expect((await run(undefined, "generate", "--check=false", "--dry-run")).stderr).toBe(named.join(""));
  await run({ chains: out(6) }, "generate");
  expect((await run(undefined, "generate")).stderr).toBe("✓ 6 clients are up to date\n");
  const { stderr } = await run({ chains: out(7) }, "generate");
  expect(stderr).toBe("✓ o6/alpha.ts created\n✓ o6/index.ts created\n✓ 6 clients are up to date\n");
});
