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

  test("and a folder of its name is told", async () => {
    const folder = temporaryProject({ "typed-chains.config.ts/x": "" });
    await expect(open(folder)).rejects.toThrow("The config cannot be looked for (EISDIR)");
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

  test("less those that have a chain of their own", async () => {
    const chains = [{ source: "*.py" }, { source: "./b.py", name: "Own" }];
    expect(await sources(chains, ["a.py", "b.py", "c.py"])).toStrictEqual(["a.py", "c.py", ["b.py", "Own"]]);
  });

  test("but a file whose name has brackets is that file", async () => {
    expect(await sources([{ source: "[id].py" }], ["[id].py", "i.py"])).toStrictEqual(["[id].py"]);
  });
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
