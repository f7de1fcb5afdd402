import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type ConfigOpening, openConfig } from "../../src/config/open-config.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { inFolder, temporaryProject } from "./support/temporary-project.js";

const value = '{ "out": "client", "chains": [{ "source": "chain.py" }] }';
const program = `export default ${value};\n`;
const typed = `enum Folder { client = "client" }\nconst out: string = Folder.client;\nexport default { out, chains: [{ source: "chain.py" }] };\n`;

async function open(folder: string, named?: string): Promise<ConfigOpening> {
  return await inFolder(folder, () => openConfig(diskHost(process.cwd()), named));
}

describe("a config is found and read in every form", () => {
  test.each([
    ["typed-chains.config.json", value],
    ["typed-chains.config.mjs", program],
    ["typed-chains.config.js", `module.exports = ${value};\n`],
    ["typed-chains.config.ts", typed],
    ["typed-chains.config.mts", typed],
    ["package.json", `{ "name": "app", "typed-chains": ${value} }`],
  ])("%s", async (file, text) => {
    const { config, diagnostics } = await open(temporaryProject({ [file]: text }));
    expect(diagnostics).toStrictEqual([]);
    expect(config?.file).toBe(file);
    expect(config?.defaults.out).toBe("client");
    expect(config?.entries.map(({ source }) => source)).toStrictEqual(["chain.py"]);
  });

  test("TypeScript that imports TypeScript, by the name that it is compiled to", async () => {
    const folder = temporaryProject({
      "package.json": '{ "type": "module" }',
      "typed-chains.config.ts": 'import { out } from "./folders.js";\nexport default { out };\n',
      "folders.ts": 'export const out: string = "client";\n',
    });
    expect((await open(folder)).config?.defaults.out).toBe("client");
  });
});

describe("a config is looked for", () => {
  test("in the folders above, and its paths start at its own folder", async () => {
    const folder = temporaryProject({
      "typed-chains.config.json": value,
      "app/src/x.ts": "",
      "app/package.json": "{}",
    });
    const { config } = await open(join(folder, "app", "src"));
    expect(config?.file).toBe("../../typed-chains.config.json");
    expect(config?.folder).toBe(folder);
    expect(config?.defaults.out).toBe("../../client");
    expect(config?.entries.map(({ source }) => source)).toStrictEqual(["../../chain.py"]);
  });

  test.each([".git/HEAD", "pnpm-workspace.yaml"])("no further than the root of the project: %s", async (mark) => {
    const folder = temporaryProject({ "typed-chains.config.json": value, [`app/${mark}`]: "", "app/src/x.ts": "" });
    expect(await open(join(folder, "app", "src"))).toStrictEqual({ diagnostics: [] });
  });

  test("beyond a package.json without its key, even one that is broken", async () => {
    const folder = temporaryProject({ "typed-chains.config.json": value, "app/package.json": "{", "app/x.ts": "" });
    expect((await open(join(folder, "app"))).config?.file).toBe("../typed-chains.config.json");
  });

  test("where it is named, whatever it is called", async () => {
    const folder = temporaryProject({ "typed-chains.config.json": "{", "conf/other.json": value });
    const { config } = await open(folder, "conf/other.json");
    expect([config?.file, config?.defaults.out]).toStrictEqual(["conf/other.json", "conf/client"]);
  });

  test("and another beside it is told, unless one is named", async () => {
    const folder = temporaryProject({
      "typed-chains.config.json": value,
      "typed-chains.config.mjs": program,
      "a.json": value,
    });
    const { config, diagnostics } = await open(folder);
    expect(config?.file).toBe("typed-chains.config.mjs");
    expect(diagnostics).toMatchObject([
      {
        code: "TC601",
        severity: "warning",
        message: "typed-chains.config.json is not read: typed-chains.config.mjs beside it is used",
      },
    ]);
    expect((await open(folder, "a.json")).diagnostics).toStrictEqual([]);
  });

  test("and a folder of its name is told", async () => {
    const folder = temporaryProject({ "typed-chains.config.ts/x": "" });
    await expect(open(folder)).rejects.toThrow(
      "The config cannot be looked for: typed-chains.config.ts cannot be read (EISDIR)",
    );
  });

  test("and there may be none", async () => {
    expect(await open(temporaryProject({}))).toStrictEqual({ diagnostics: [] });
  });
});

describe("a glob stands for the files that it matches", () => {
  const sources = async (chains: readonly object[], files: readonly string[]): Promise<unknown> => {
    const laid = Object.fromEntries(files.map((file) => [file, ""]));
    const folder = temporaryProject({ ...laid, "typed-chains.config.json": JSON.stringify({ chains }) });
    const { config, diagnostics } = await open(folder);
    expect(diagnostics).toStrictEqual([]);
    return config?.entries.map(({ source, options: { name } }) => (name === undefined ? source : [source, name]));
  };

  test("sorted, without node_modules and dot folders", async () => {
    const files = [
      "b/chain.py",
      "a/chain.py",
      "B/chain.py",
      "node_modules/x/chain.py",
      ".venv/x/chain.py",
      "c/chain.txt",
    ];
    expect(await sources([{ source: "**/chain.py" }], files)).toStrictEqual(["B/chain.py", "a/chain.py", "b/chain.py"]);
  });

  test("with links to files, unless it matches the file itself, and without what is behind links to folders", async () => {
    const folder = temporaryProject({
      "real/a.py": "",
      "real/z.py": "",
      "chains/b.py": "",
      "typed-chains.config.json": JSON.stringify({ chains: [{ source: "chains/**/*.py" }] }),
    });
    symlinkSync("../real/a.py", join(folder, "chains/a.py"));
    symlinkSync("b.py", join(folder, "chains/alias.py"));
    symlinkSync("../real/z.py", join(folder, "chains/y.py"));
    symlinkSync("../real/z.py", join(folder, "chains/z.py"));
    symlinkSync("nowhere.py", join(folder, "chains/broken.py"));
    symlinkSync("circle.py", join(folder, "chains/circle.py"));
    symlinkSync("../real", join(folder, "chains/folder"));
    symlinkSync("..", join(folder, "chains/around"));
    const { config, diagnostics } = await open(folder);
    expect(diagnostics).toStrictEqual([]);
    expect(config?.entries.map(({ source }) => source)).toStrictEqual(["chains/a.py", "chains/b.py", "chains/y.py"]);
  });

  test("less those that have a chain of their own", async () => {
    const chains = [{ source: "*.py" }, { source: "./b.py", name: "Own" }];
    expect(await sources(chains, ["a.py", "b.py", "c.py"])).toStrictEqual(["a.py", "c.py", ["b.py", "Own"]]);
  });

  test("less what declares no chainlet, which is told where all is generated, unless that is all", async () => {
    const files = {
      "a.py": "class A(chains.ChainletBase):\n    async def run_remote(self) -> str: ...\n",
      "base.py": "import truss_chains as chains\nfrom lib_base import Base\nclass B(Base): ...\n",
      "lib/lib_base.py": "import truss_chains as chains\nclass Base(chains.ChainletBase): ...\n",
      "broken.py": "class (:\n",
      "helper.py": "class Helper: ...\n",
      "notes.json": "{}",
    };
    const entriesOf = async (config: object) => {
      const { config: opened } = await open(
        temporaryProject({ ...files, "typed-chains.config.json": JSON.stringify(config) }),
      );
      return [
        opened?.entries.map(({ source }) => source),
        opened?.notes.map(({ code, notes, location }) => [code, notes, location?.line]),
      ];
    };
    expect(await entriesOf({ roots: ["lib"], chains: [{ source: "*.{py,json}" }] })).toStrictEqual([
      ["a.py", "base.py", "broken.py", "notes.json", "typed-chains.config.json"],
      [["TC205", ["helper.py"], 1]],
    ]);
    expect(await entriesOf({ chains: [{ source: "h*.py" }] })).toStrictEqual([["helper.py"], []]);
    expect(await entriesOf({ chains: [{ source: "h*.py", introspect: true }, { source: "a.py" }] })).toStrictEqual([
      ["helper.py", "a.py"],
      [],
    ]);
  });

  test("in the syntax that the docs show", async () => {
    const files = ["a/chain.py", "a/b/chain.py", "a/helpers.py", "c/v1.py", "c/v2.py", "c/vx.py"];
    expect(await sources([{ source: "{a,x}/**/chain.py" }], files)).toStrictEqual(["a/b/chain.py", "a/chain.py"]);
    expect(await sources([{ source: "c/v[0-9].py" }], files)).toStrictEqual(["c/v1.py", "c/v2.py"]);
    expect(await sources([{ source: "a/!(helpers|types).py" }], files)).toStrictEqual(["a/chain.py"]);
  });

  test("but a file whose name has brackets is that file", async () => {
    expect(await sources([{ source: "[id].py" }], ["[id].py", "i.py"])).toStrictEqual(["[id].py"]);
  });
});

test("a file with a chain of its own has what the first glob says that matches it, unless it says otherwise", async () => {
  const chains = [
    { source: "*.py", out: "own", strict: true, binary: true, package: { name: "@x/y", version: "1.0.0" } },
    { source: "./b.py", name: "Other", lenient: true, package: { version: "2.0.0" } },
    { source: "{c,e}/*.py", name: "Else", chainId: "abc", out: "else" },
    { source: "c/c.py" },
    { source: "c/d.txt", schemas: true },
  ];
  const files = { "a.py": "", "b.py": "", "c/c.py": "", "c/d.txt": "" };
  const config = JSON.stringify({ chains: chains.slice(0, 2).concat(chains.slice(3), chains.slice(2, 3)) });
  const folder = temporaryProject({ ...files, "e/e.py": "", "typed-chains.config.json": config });
  const { entries = [] } = (await open(folder)).config ?? {};
  const optionsOf = (path: string) => {
    const { options } = entries.find(({ source }) => source === path) ?? {};
    return Object.fromEntries(Object.entries(options ?? {}).filter(([, value]) => value !== undefined));
  };
  expect(optionsOf("b.py")).toStrictEqual({
    ...{ out: "own", binary: true, lenient: true, name: "Other" },
    package: { name: "@x/y", version: "2.0.0" },
  });
  expect(optionsOf("c/c.py")).toStrictEqual({ out: "else" });
  expect(optionsOf("c/d.txt")).toStrictEqual({ schemas: true });
});

test("schemas of types are read, and a path of types stays a path", async () => {
  const types = { "torch.Tensor": { type: "array", items: { type: "number" } } };
  const config = { types: "types.json", chains: [{ source: "chain.py", types }] };
  const folder = temporaryProject({ "conf/typed-chains.config.json": JSON.stringify(config) });
  const opening = await open(folder, "conf/typed-chains.config.json");
  expect(opening.diagnostics).toStrictEqual([]);
  expect(opening.config?.defaults.types).toBe("conf/types.json");
  expect(opening.config?.entries[0]?.options.types).toStrictEqual(new Map(Object.entries(types)));
});

test.each([
  ["abc123", "abc123"],
  [{ env: "HELLO_CHAIN_ID" }, { env: "HELLO_CHAIN_ID" }],
  [{ production: "abc123", staging: "def456" }, { environments: { production: "abc123", staging: "def456" } }],
])("a chain's id is known, in a variable, or another one in each environment: %j", async (said, chainId) => {
  const config = { chains: [{ source: "a.py", chainId: said }] };
  const opening = await open(temporaryProject({ "typed-chains.config.json": JSON.stringify(config) }));
  expect(opening.diagnostics).toStrictEqual([]);
  expect(opening.config?.entries[0]?.options.chainId).toStrictEqual(chainId);
});

test("an interpreter is a path where it has a slash, else a name", async () => {
  const config = { python: "./python", chains: [{ source: "a.py", python: "python3.12" }] };
  const folder = temporaryProject({ "typed-chains.config.json": JSON.stringify(config) });
  const opening = await open(folder);
  expect(opening.config?.defaults.python).toBe("./python");
  expect(opening.config?.entries[0]?.options.python).toBe("python3.12");
});
