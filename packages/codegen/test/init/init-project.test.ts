import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { openConfig } from "../../src/config/open-config.js";
import { type InitOutcome, type InitRequest, initProject } from "../../src/init/init-project.js";
import { ownConfig } from "../../src/init/own-config.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { UsageError } from "../../src/usage-error.js";
import { inFolder, temporaryProject } from "../config/support/temporary-project.js";
import { signatureOf } from "../emit/support/generate.js";

const chainlet = (name: string, mark = ""): string => `import truss_chains as chains

${mark}class ${name}(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str:
        ...
`;
const marked = (name: string): string => chainlet(name, "@chains.mark_entrypoint\n");
const codegen = fileURLToPath(new URL("../..", import.meta.url));
const packageJson = '{ "name": "app" }\n';

async function init(folder: string, request: InitRequest = {}): Promise<InitOutcome> {
  return await inFolder(folder, async () => {
    const host = diskHost(process.cwd());
    const path = await ownConfig();
    const { config, diagnostics } = path === undefined ? { diagnostics: [] } : await openConfig(host, path);
    expect(diagnostics).toStrictEqual([]);
    return await initProject(host, config, request);
  });
}

async function resultOf(files: Readonly<Record<string, string>>, request?: InitRequest) {
  const outcome = await init(temporaryProject({ "package.json": packageJson, ...files }), request);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.result;
}

/** The files of a folder, which has no others below it. */
function textsOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ name }) => [name, readFileSync(join(folder, name), "utf8")]));
}

describe("the chains of a new config", () => {
  test("are those that are marked, wherever they are, and no library's", async () => {
    const { sources, undecided } = await resultOf({
      "chains/b.py": marked("B"),
      "a.py": marked("A").replace("list[str]", "torch.Tensor"),
      "helper.py": chainlet("Helper"),
      "venv/lib/site-packages/library/chain.py": marked("Library"),
      "notes.py": '"""\n@chains.mark_entrypoint\n"""\n',
      "broken.py": `${marked("Broken")}def (:\n`,
    });
    expect(sources).toStrictEqual(["a.py", "chains/b.py"]);
    expect(undecided).toStrictEqual([]);
  });

  test("are the only chainlet that there is", async () => {
    expect((await resultOf({ "chain.py": chainlet("Hello"), "other.py": "x = 1\n" })).sources).toStrictEqual([
      "chain.py",
    ]);
  });

  test("are not guessed among several", async () => {
    const result = await resultOf({ "a.py": chainlet("A"), "b.py": chainlet("B") });
    expect([result.sources, result.undecided]).toStrictEqual([[], ["a.py", "b.py"]]);
  });

  test("are signature documents too, of chains that are not there in Python", async () => {
    const document = (name: string) => JSON.stringify(signatureOf({ name }));
    const { sources } = await resultOf({
      "a.py": marked("Alpha"),
      "a.signature.json": document("Alpha"),
      "contracts/beta.signature.json": document("Beta"),
      "packages/gamma/signature/gamma.signature.json": document("Gamma"),
      "broken.signature.json": "{",
    });
    expect(sources).toStrictEqual(["a.py", "contracts/beta.signature.json"]);
    const files = { "a.py": chainlet("A"), "b.py": chainlet("B"), "c.signature.json": document("C") };
    const result = await resultOf(files);
    expect([result.sources, result.undecided]).toStrictEqual([["c.signature.json"], ["a.py", "b.py"]]);
    expect((await resultOf(files, { sources: ["a.py"] })).undecided).toStrictEqual([]);
  });

  test("are those that are named, each once", async () => {
    const request = { sources: ["b.py", "./a.py", "b.py"] };
    const files = { "a.py": marked("A"), "b.py": marked("B"), "c.py": marked("C") };
    expect((await resultOf(files, request)).sources).toStrictEqual(["b.py", "a.py"]);
  });

  test("are the one that is named", async () => {
    const request = { sources: ["./chains/../b.py"] };
    expect((await resultOf({ "a.py": marked("A"), "b.py": marked("B") }, request)).sources).toStrictEqual(["b.py"]);
  });
});

describe("where a chain lives", () => {
  const url = "https://chain-abc123.api.baseten.co/production/run_remote";

  test.each([
    [{ chainId: "abc123" }, '{ source: "a.py", chainId: "abc123" }'],
    [{ sources: ["b.py"], chainId: "abc123" }, '{ source: "b.py", chainId: "abc123" }'],
    [{ chainUrl: url }, `source: "a.py",\n      chainUrl: "${url}",\n`],
  ])("is said in a new config: %j", async (request: InitRequest, expected) => {
    const folder = temporaryProject({ "package.json": packageJson, "a.py": marked("A"), "b.py": chainlet("B") });
    expect(await init(folder, request)).toMatchObject({ ok: true });
    expect(textsOf(folder)["typed-chains.config.mjs"]).toContain(expected);
  });

  test.each([
    [{ "a.py": marked("A"), "b.py": marked("B") }, {}, "name its file with --source. There are a.py, b.py."],
    [{ "a.py": chainlet("A"), "b.py": chainlet("B") }, {}, "name its file with --source. There are a.py, b.py."],
    [{}, {}, "name its file with --source. No Python file here marks an entrypoint, and there is no .signature.json."],
    [{ "a.py": marked("A") }, { sources: ["*.py"] }, "name its file with --source. There are a.py."],
  ])("cannot be said of any other number than one: %j, %j", async (files, request: InitRequest, message) => {
    const folder = temporaryProject({ "package.json": packageJson, ...files });
    const before = textsOf(folder);
    for (const [option, where] of [
      ["--chain-id", { chainId: "abc123" }],
      ["--chain-url", { chainUrl: url }],
    ] as const) {
      await expect(init(folder, { ...request, ...where })).rejects.toThrow(
        `${option} belongs to one chain: ${message}`,
      );
    }
    expect(textsOf(folder)).toStrictEqual(before);
  });

  test("is what a config that is there says, else that has to be edited", async () => {
    const chains = [
      { source: "a.py", chainId: "abc123" },
      { source: "b.py", chainId: { env: "ID" } },
    ];
    const folder = temporaryProject({
      "package.json": packageJson,
      "a.py": marked("A"),
      "b.py": marked("B"),
      "c.py": marked("C"),
      "typed-chains.config.json": JSON.stringify({ out: "c", chains }),
    });
    expect(await init(folder, { chainId: "abc123" })).toMatchObject({ ok: true });
    expect(await init(folder, { sources: ["a.py"], chainId: "abc123" })).toMatchObject({ ok: true });
    for (const request of [
      { chainId: "other" },
      { sources: ["b.py"], chainId: "abc123" },
      { chainUrl: url },
      { sources: ["a.py", "c.py"] },
    ]) {
      await expect(init(folder, request)).rejects.toThrow("edit typed-chains.config.json instead");
    }
  });
});

test.each([
  ["tsconfig.json", "{}", "typed-chains.config.ts"],
  ["package.json", '{ "devDependencies": { "typescript": "^6.0.0" } }', "typed-chains.config.ts"],
  ["index.js", "", "typed-chains.config.mjs"],
])("a project with %s %s has its config in %s", async (file, text, config) => {
  expect((await resultOf({ [file]: text })).config).toBe(config);
});

test("all that is there is brought up to date, and a second time nothing is", async () => {
  const folder = temporaryProject({
    "package.json": `\ufeff${packageJson}`,
    "tsconfig.json": "{}",
    "chain.py": marked("Hello"),
    ".gitattributes": "",
    ".prettierignore": "",
    "biome.json": "{}",
  });
  mkdirSync(join(folder, "node_modules/@typed-chains"), { recursive: true });
  symlinkSync(codegen, join(folder, "node_modules/@typed-chains/codegen"));
  const first = await init(folder, { out: "client/" });
  const texts = textsOf(folder);
  expect(first).toMatchObject({ ok: true, result: { config: "typed-chains.config.ts", sources: ["chain.py"] } });
  expect(texts["package.json"]).toMatch(/^\ufeff\{\n {2}"name": "app",\n/);
  expect(texts[".gitattributes"]).toBe("client/** linguist-generated=true\n");
  expect(texts[".prettierignore"]).toBe("/client/\n");
  expect(texts["biome.json"]).toContain('["**", "!client"]');
  const { getFileInfo } = await import("prettier");
  const ignorePath = join(folder, ".prettierignore");
  const isIgnored = async (path: string) => (await getFileInfo(join(folder, path), { ignorePath })).ignored;
  expect([await isIgnored("client/index.ts"), await isIgnored("src/client/index.ts")]).toStrictEqual([true, false]);
  for (const request of [{}, { out: "./client", sources: ["chain.py"] }]) {
    const again = await init(folder, request);
    expect(again.ok && again.result.changes.every(({ status }) => status === "unchanged")).toBe(true);
  }
  expect(textsOf(folder)).toStrictEqual(texts);
});

test("of a config that is there, the folders are marked, and it stays", async () => {
  const config = { out: "src/chains", chains: [{ source: "a.py" }, { source: "a.py", out: "../elsewhere" }] };
  const folder = temporaryProject({
    "package.json": JSON.stringify({ "typed-chains": config }),
    "a.py": marked("A"),
    ".prettierignore": "",
  });
  expect(await init(folder)).toMatchObject({ ok: true, result: { config: "package.json" } });
  const { "package.json": text = "", ".prettierignore": ignored, ...others } = textsOf(folder);
  expect([JSON.parse(text), ignored, Object.keys(others)]).toMatchObject([
    { "typed-chains": config, scripts: { generate: "typed-chains generate" } },
    "/src/chains/\n",
    ["a.py"],
  ]);
  await expect(init(folder, { out: "other" })).rejects.toThrow("There is already a config");
  await expect(init(folder, { sources: ["b.json"] })).rejects.toThrow(UsageError);
});

test("a config of a folder above is of another project", async () => {
  const folder = temporaryProject({ "typed-chains.config.json": '{ "out": "x" }', "app/package.json": packageJson });
  expect(await init(join(folder, "app"))).toMatchObject({ ok: true, result: { config: "typed-chains.config.mjs" } });
});

test("a config of a folder below is told, and a new one is written", async () => {
  const folder = temporaryProject({ "package.json": packageJson, "node_modules/a/typed-chains.config.json": "{}" });
  rmSync(join(folder, ".git"), { recursive: true });
  execFileSync("git", ["init", "--quiet"], { cwd: folder });
  writeFileSync(join(folder, ".gitignore"), "node_modules\n");
  expect(await init(folder)).toMatchObject({ ok: true, result: { configBelow: undefined } });
  rmSync(join(folder, "typed-chains.config.mjs"));
  mkdirSync(join(folder, "packages/a"), { recursive: true });
  writeFileSync(join(folder, "packages/a/typed-chains.config.json"), "{}");
  const configBelow = "packages/a/typed-chains.config.json";
  expect(await init(folder)).toMatchObject({ ok: true, result: { config: "typed-chains.config.mjs", configBelow } });
});

test("what a project lacks, and what it has for itself, is told", async () => {
  const result = await resultOf({
    "package.json":
      '{ "dependencies": { "@typed-chains/runtime": "1" }, "scripts": { "generate": "prisma generate" } }',
  });
  expect(result.keptScripts).toStrictEqual(["generate"]);
  expect(result.missingPackages).toStrictEqual(["@typed-chains/codegen"]);
});

describe("the next command", () => {
  const script = '{ "scripts": { "generate": "prisma generate" } }';

  test.each([
    [{}, "npm run generate"],
    [{ "package-lock.json": "{}" }, "npm run generate"],
    [{ "package.json": script }, "npx typed-chains generate"],
    [{ "package-lock.json": "{}", "pnpm-lock.yaml": "" }, "pnpm generate"],
    [{ "package.json": script, "pnpm-lock.yaml": "" }, "pnpm exec typed-chains generate"],
    [{ "package.json": '{ "packageManager": "yarn@4.9.1" }', "package-lock.json": "{}" }, "yarn generate"],
    [{ "package.json": script, "yarn.lock": "" }, "yarn typed-chains generate"],
    [{ "bun.lock": "" }, "bun run generate"],
    [{ "package.json": script, "bun.lockb": "" }, "bunx typed-chains generate"],
    [{ "package.json": '{ "packageManager": 1 }', "bun.lock": "" }, "bun run generate"],
  ])("is that of the project's package manager: %j, %s", async (files, command) => {
    expect((await resultOf(files)).generateCommand).toBe(command);
  });

  test("is that of the workspace, and of no folder outside of the repository", async () => {
    const app = { "repository/app/package.json": packageJson, "yarn.lock": "" };
    const commandIn = async (files: Readonly<Record<string, string>>) => {
      const outcome = await init(join(temporaryProject({ ...app, ...files }), "repository/app"));
      return outcome.ok && outcome.result.generateCommand;
    };
    expect(await commandIn({ "repository/pnpm-workspace.yaml": "" })).toBe("pnpm generate");
    expect(await commandIn({ "repository/package.json": '{ "packageManager": "bun@1.3.0" }' })).toBe(
      "bun run generate",
    );
    expect(await commandIn({ "repository/.git/HEAD": "" })).toBe("npm run generate");
  });
});

describe("the runtime", () => {
  const missing = async (config: object) => {
    const text = JSON.stringify(config);
    return (await resultOf({ "a.py": marked("A"), "typed-chains.config.json": text })).missingPackages;
  };

  test("is not missing where all clients are packages, which depend on it themselves", async () => {
    const chains = [{ source: "a.py", out: "pkg", package: "@acme/a" }];
    expect(await missing({ package: { registry: "https://npm.example.com/" }, chains })).toStrictEqual([
      "@typed-chains/codegen",
    ]);
    expect(await missing({ package: "@acme/a", out: "pkg", chains: [{ source: "a.py" }] })).toStrictEqual([
      "@typed-chains/codegen",
    ]);
  });

  test.each([
    { package: { registry: "https://npm.example.com/" }, out: "c", chains: [{ source: "a.py" }] },
    { out: "c", chains: [{ source: "a.py" }, { source: "a.py", out: "pkg", package: "@acme/a" }] },
    { package: "@acme/a", out: "c" },
  ])("is missing where another client may come: %j", async (config) => {
    expect(await missing(config)).toStrictEqual(["@typed-chains/codegen", "@typed-chains/runtime"]);
  });
});

test.each([
  [{ "package.json": '{ "type": "commonjs" }' }, true],
  [{ "package.json": '{ "type": "module" }' }, false],
  [{}, false],
  [
    {
      "package.json": '{ "type": "commonjs" }',
      "a.py": marked("A"),
      "typed-chains.config.json": '{ "out": "pkg", "package": "@acme/a", "chains": [{ "source": "a.py" }] }',
    },
    false,
  ],
])("a package.json that takes clients for CommonJS is told: %j, %j", async (files, isCommonJs) => {
  expect((await resultOf(files)).isCommonJs).toBe(isCommonJs);
});

test.each([
  [{ dependencies: { next: "^16.0.0" } }, true],
  [{ dependencies: { "react-native": "^0.80.0" } }, true],
  [{ dependencies: { vite: "^8.0.0", express: "^5.0.0" } }, false],
])("a client has no extensions where a framework would not find its files: %j, %j", async (manifest, isNone) => {
  const folder = temporaryProject({ "package.json": JSON.stringify(manifest), "a.py": marked("A") });
  expect(await init(folder)).toMatchObject({ ok: true });
  const text = textsOf(folder)["typed-chains.config.mjs"];
  expect(text?.includes('  out: "src/chains",\n  importExtension: "none",\n  chains:')).toBe(isNone);
});

describe("nothing at all is written", () => {
  test.each([
    [{ "package.json": "{,}" }, "TC110"],
    [{ "package.json": "[]" }, "TC411"],
    [{ "package.json": '{ "scripts": [] }' }, "TC411"],
    [{ "biome.json": "{,}" }, "TC110"],
    [{ "biome.jsonc": '{ "files": 1 }' }, "TC411"],
  ])("where %j cannot be edited: %s", async (files: Readonly<Record<string, string>>, code) => {
    const folder = temporaryProject({ "package.json": packageJson, ".gitattributes": "", ...files });
    const before = textsOf(folder);
    expect(await init(folder)).toMatchObject({ ok: false, diagnostics: [{ code, location: {} }] });
    expect(textsOf(folder)).toStrictEqual(before);
  });

  test.each([
    [{ out: "." }, "--out is a folder below this one"],
    [{ out: "../chains" }, "--out is a folder below this one"],
    [{ sources: ["nothing.py"] }, "The source nothing.py does not exist"],
  ])("where %j is asked for", async (request: InitRequest, message) => {
    const folder = temporaryProject({ "package.json": packageJson });
    const before = textsOf(folder);
    await expect(init(folder, request)).rejects.toThrow(message);
    expect(textsOf(folder)).toStrictEqual(before);
  });

  test("where there is no package.json", async () => {
    const folder = temporaryProject({});
    await expect(init(folder)).rejects.toThrow("run npm init first");
    expect(textsOf(folder)).toStrictEqual({});
  });

  test("where a folder has the name of the config", async () => {
    const folder = temporaryProject({ "package.json": packageJson, "typed-chains.config.mjs/x": "" });
    const before = textsOf(folder);
    await expect(init(folder)).rejects.toThrow(
      "The config cannot be looked for: typed-chains.config.mjs cannot be read (EISDIR)",
    );
    expect(textsOf(folder)).toStrictEqual(before);
  });
});
