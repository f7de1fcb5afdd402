import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkConfig } from "../../src/config/check-config.js";
import { configKeys } from "../../src/config/config-schema.js";
import { openConfig } from "../../src/config/open-config.js";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { inFolder, temporaryProject } from "./support/temporary-project.js";

async function problemsOf(files: Readonly<Record<string, string>>, named: string): Promise<readonly Diagnostic[]> {
  const folder = temporaryProject({ "a.py": "", "b.py": "", ...files });
  const { config, diagnostics } = await inFolder(folder, () => openConfig(diskHost(process.cwd()), named));
  expect(config).toBeUndefined();
  return diagnostics;
}

describe("a config that cannot be loaded says why, where, and what to do", () => {
  test.each([
    ["missing.json", undefined, "TC601", "does not exist", undefined],
    ["config.yaml", "a: 1", "TC601", "is not a config, judging by its name", undefined],
    ["package.json", "{}", "TC602", 'has no key "typed-chains"', undefined],
    ["config.json", '{\n "out": 1,\n}', "TC110", "is not valid JSON", 3],
    ["config.json", "", "TC110", "is not valid JSON", 1],
    ["config.json", "[1]", "TC602", "is not an object", 1],
    ["config.mjs", "export default null;", "TC602", "is not an object", undefined],
    ["config.mjs", "export default () => ({});", "TC602", "exports a function, not a config", undefined],
    ["config.mjs", "export const config = {};", "TC602", "exports no config", undefined],
    ["config.ts", "export const config: object = {};", "TC602", "exports no config", undefined],
    ["config.mjs", '\n\nthrow new Error("no home");', "TC602", "no home", 3],
    ["config.mts", 'const a: string = "no home";\nthrow new Error(a);', "TC602", "no home", 2],
    ["config.mjs", "\nprocess.exit(0);", "TC602", "it ends the process", 2],
    ["config.ts", "const code: number = 0;\nprocess.exit(code);", "TC602", "it ends the process", 2],
    ["config.mjs", "throw undefined;", "TC602", "undefined", undefined],
    ["config.mjs", 'import "./nothing.js";', "TC602", "nothing.js", 1],
  ])("%s: %j", async (file, text, code, message, line) => {
    const [problem, ...others] = await problemsOf(text === undefined ? {} : { [file]: text }, file);
    expect(others).toStrictEqual([]);
    expect(problem).toMatchObject({ code, severity: "error", location: { file } });
    expect(problem?.message).toContain(message);
    expect(problem?.location?.line).toBe(line);
    expect(problem?.help).toBeTruthy();
  });
});

test.each([
  ['import "@acme/settings/all.js";', "install @acme/settings, or fix what imports it"],
  ['import "settings";', "install settings, or fix what imports it"],
  ['import "./settings.js";', "fix the config, or what it imports"],
])("a config that imports what is missing is told to install it, if it is a package: %s", async (text, help) => {
  for (const file of ["config.mjs", "config.ts"]) {
    const [problem] = await problemsOf({ [file]: text }, file);
    expect(problem?.help).toBe(help);
  }
});

test.each([
  ["null", "null"],
  ["5n", "5"],
  ["NaN", "NaN"],
  ['Symbol("x")', "Symbol(x)"],
  ["() => 1", "a function"],
])("a value of a program that is no text is told as it is: %s", async (value, shown) => {
  const [problem] = await problemsOf({ "config.mjs": `export default { out: ${value} };` }, "config.mjs");
  expect(problem).toMatchObject({ code: "TC604", message: `\`out\` in config.mjs cannot be ${shown}` });
});

describe("a config with a mistake names the place, the cause and the fix", () => {
  const chain = (more: object): object => ({ chains: [{ source: "a.py", ...more }] });
  test.each([
    [{ outt: "x" }, "TC603", "`outt` in config.json is not known", "write `out`, if that is meant"],
    [{ rotos: ["x"] }, "TC603", "`rotos` in config.json is not known", "write `roots`, if that is meant"],
    [{ package: { nmae: "x" } }, "TC603", "`package.nmae` in config.json is not known", "write `name`, if that is"],
    [
      { chains: [{ source: { input: "a.json", output: "b.json", outptu: "b.json" }, name: "X" }] },
      "TC603",
      "`chains[0].source.outptu` in config.json is not known",
      "write `output`, if that is meant",
    ],
    [{ constructor: 1 }, "TC603", "`constructor` in config.json is not known", "the keys here are $schema, "],
    [chain({ nmae: "X" }), "TC603", "`chains[0].nmae` in config.json is not known", "write `name`, if that is meant"],
    [
      chain({ "chain-id": "X" }),
      "TC603",
      '`chains[0]["chain-id"]` in config.json',
      "write `chainId`, if that is meant",
    ],
    [{ entrypoint: "X" }, "TC603", "`entrypoint` in config.json is not known", "it belongs to a chain"],
    [chain({ importExtension: "js" }), "TC603", "`chains[0].importExtension`", "it belongs to the top of the config"],
    [{ chains: {} }, "TC604", "`chains` in config.json cannot be an object", "give a list of chains"],
    [{ chains: ["a.py"] }, "TC604", '`chains[0]` in config.json cannot be "a.py"', "give an object with a source"],
    [{ chains: [{}] }, "TC604", "`chains[0].source` is missing in config.json", "give an object with a source"],
    [{ chains: [{ source: "" }] }, "TC604", '`chains[0].source` in config.json cannot be ""', "give a path"],
    [{ chains: [{ source: 1 }] }, "TC604", "`chains[0].source` in config.json cannot be 1", "give a path"],
    [
      { chains: [{ source: { input: "a.json" } }] },
      "TC604",
      "`chains[0].source.output` is missing",
      "plain JSON Schema",
    ],
    [{ out: "" }, "TC604", '`out` in config.json cannot be ""', 'give a folder, such as "src/chains"'],
    [{ roots: "src" }, "TC604", '`roots` in config.json cannot be "src"', 'give a list of folders, such as ["src"]'],
    [{ roots: ["src", 1] }, "TC604", "`roots[1]` in config.json cannot be 1", 'give a folder, such as "src"'],
    [{ binary: "yes" }, "TC604", '`binary` in config.json cannot be "yes"', "give true or false"],
    [{ importExtension: ".js" }, "TC604", '`importExtension` in config.json cannot be ".js"', "give js, ts or none"],
    [chain({ name: "../x" }), "TC604", '`chains[0].name` in config.json cannot be "../x"', "give a name such as"],
    [chain({ chainId: "../x" }), "TC604", '`chains[0].chainId` in config.json cannot be "../x"', "give the id alone"],
    [chain({ chainId: "chain-abc" }), "TC604", "`chains[0].chainId` in config.json", "give the id alone"],
    [chain({ chainId: { env: "A B" } }), "TC604", '`chains[0].chainId.env` in config.json cannot be "A B"', "variable"],
    [
      chain({ chainId: { env: "A", dev: "x" } }),
      "TC604",
      "`chains[0].chainId.env` in config.json",
      "must be the only key",
    ],
    [chain({ chainId: { dev: "../x" } }), "TC604", '`chains[0].chainId.dev` in config.json cannot be "../x"', "the id"],
    [
      chain({ chainId: { dev: 3 } }),
      "TC604",
      "`chains[0].chainId.dev` in config.json cannot be 3",
      "give the id alone",
    ],
    [chain({ chainId: ["a"] }), "TC604", "`chains[0].chainId` in config.json cannot be a list", "give an id, such as"],
    [
      { chains: [{ source: ["a.py"] }] },
      "TC604",
      "`chains[0].source` in config.json cannot be a list",
      "give a path, a glob, or { input, output }; a list is several chains, such as",
    ],
    [chain({ chainId: {} }), "TC604", "`chains[0].chainId` in config.json cannot be an object", "at least one"],
    [chain({ chainUrl: "abc" }), "TC604", '`chains[0].chainUrl` in config.json cannot be "abc"', "give the URL that"],
    [
      chain({ transport: "json" }),
      "TC604",
      '`chains[0].transport` in config.json cannot be "json"',
      "give text-stream",
    ],
    [{ types: [] }, "TC604", "`types` in config.json cannot be a list", "give JSON Schemas by qualified name"],
    [{ types: { "a.B": [] } }, "TC604", '`types["a.B"]` in config.json cannot be a list', "give a JSON Schema"],
    [{ package: [] }, "TC604", "`package` in config.json cannot be a list", "give the name of a package"],
    [{ types: { "a.B": 1 } }, "TC604", '`types["a.B"]` in config.json cannot be 1', "give a JSON Schema"],
    [
      { types: { "a.B": { type: "text" } } },
      "TC113",
      '`types["a.B"].type`: this is not a valid JSON Schema',
      "correct",
    ],
    [chain({ types: { "a.B": true } }), "TC240", '`chains[0].types["a.B"]`: the schema of "a.B"', "give an object of"],
    [
      { strict: true, lenient: true },
      "TC605",
      "`lenient` in config.json does not go with `strict`",
      "give `strict` or",
    ],
    [
      chain({ chainId: "a", chainUrl: "https://chain-a.api.baseten.co/production/run_remote" }),
      "TC605",
      "`chains[0].chainUrl` in config.json does not go with `chainId`",
      "give `chainId` or `chainUrl`",
    ],
    [
      chain({ introspect: true, types: { "a.B": {} } }),
      "TC605",
      "`chains[0].types` in config.json does not go with `introspect`",
      "give `introspect` or `types`",
    ],
    [
      { chains: [{ source: "chain.pyi", introspect: true }] },
      "TC605",
      "`chains[0].introspect` in config.json does not go with its source",
      "only Python files (.py) on disk can be run",
    ],
    [
      { chains: [{ source: { input: "a.json", output: "b.json" } }] },
      "TC604",
      "`chains[0].name` is missing in config.json",
      "give two plain JSON Schemas the name",
    ],
    [
      { chains: [{ source: "nothing/*.py" }] },
      "TC606",
      "`chains[0].source` in config.json matches no file: nothing/*.py",
      "it starts at the folder of the config",
    ],
    [{ chains: [{ source: "chains\\*.py" }] }, "TC606", "matches no file: chains\\*.py", "write / between folders"],
    [
      { chains: [{ source: "*.py", chainId: "abc" }] },
      "TC605",
      "`chains[0].chainId` in config.json belongs to one chain, but its glob matches 2 files",
      "as a chain of its own",
    ],
  ])("%j", async (config, code, message, help) => {
    const [problem, ...others] = await problemsOf({ "config.json": JSON.stringify(config) }, "config.json");
    expect(others).toStrictEqual([]);
    expect(problem).toMatchObject({ code, severity: "error", location: { file: "config.json", line: 1 } });
    expect(problem?.message).toContain(message);
    expect(problem?.help).toContain(help);
  });

  test("all at once", async () => {
    const config = { outt: "x", nmae: "y", binary: 1, chains: [{ sorce: "a.py" }, { source: "a.py", nam: 1 }] };
    const problems = await problemsOf({ "config.json": JSON.stringify(config) }, "config.json");
    expect(problems.map(({ code, message }) => `${code} ${/`.*`/.exec(message)?.[0] ?? ""}`)).toStrictEqual([
      "TC603 `outt`",
      "TC603 `nmae`",
      "TC603 `chains[0].sorce`",
      "TC603 `chains[1].nam`",
      "TC604 `binary`",
      "TC604 `chains[0].source`",
    ]);
  });

  test("on the line where it stands in JSON, and in a program by its place alone", async () => {
    const json = '{\n  "chains": [\n    { "source": "a.py", "name": 7 }\n  ]\n}';
    const [inJson] = await problemsOf({ "config.json": json }, "config.json");
    expect(inJson?.location).toStrictEqual({ file: "config.json", line: 3, column: 33, length: 1 });
    const [inProgram] = await problemsOf({ "config.mjs": `export default ${json}` }, "config.mjs");
    expect(inProgram?.location).toStrictEqual({ file: "config.mjs" });
    expect(inProgram?.message).toBe("`chains[0].name` in config.mjs cannot be 7");
  });

  test("of a key that is not known, the key", async () => {
    const json = '{\n  "chains": [\n    { "source": "a.py", "nmae": "x" }\n  ]\n}';
    const [inJson] = await problemsOf({ "config.json": json }, "config.json");
    expect(inJson?.location).toStrictEqual({ file: "config.json", line: 3, column: 25, length: 6 });
    const [other] = await problemsOf({ "package.json": '{ "typed-chains": { "oout": 7 } }' }, "package.json");
    expect(other?.location).toStrictEqual({ file: "package.json", line: 1, column: 21, length: 6 });
  });

  test("of a key that stands twice, the second time", async () => {
    const json = '{ "chains": [\n { "source": "a.py", "name": "A: \\"name\\":",\n "source": "b.py" }] }';
    const [problem, ...others] = await problemsOf({ "config.json": json }, "config.json");
    expect([problem?.code, problem?.message]).toStrictEqual([
      "TC605",
      "`chains[0].source` stands twice in config.json",
    ]);
    expect(problem?.location).toStrictEqual({ file: "config.json", line: 3, column: 2, length: 8 });
    expect(others).toStrictEqual([]);
    const inPackage = '{ "name": "a", "name": "b", "typed-chains": { "out": "a", "out": 7 } }';
    const [other] = await problemsOf({ "package.json": inPackage }, "package.json");
    expect(other?.message).toBe("`out` stands twice in package.json");
    const whole = '{ "typed-chains": {}, "typed-chains": {} }';
    const [both] = await problemsOf({ "package.json": whole }, "package.json");
    expect(both?.message).toBe('`["typed-chains"]` stands twice in package.json');
    const beside = '{ "name": "a", "name": "b", "typed-chains": { "out": 7 } }';
    const [last] = await problemsOf({ "package.json": beside }, "package.json");
    expect(last?.message).toBe("`out` in package.json cannot be 7");
  });

  test("in package.json too", async () => {
    const [problem] = await problemsOf({ "package.json": '{\n  "typed-chains": { "out": 7 }\n}' }, "package.json");
    expect(problem?.location).toStrictEqual({ file: "package.json", line: 2, column: 28, length: 1 });
  });

  test("also where a program gives what is no JSON", async () => {
    const circle = "const schema = {};\nschema.items = schema;\nexport default { types: { 'a.B': schema } };";
    const [problem] = await problemsOf({ "config.mjs": circle }, "config.mjs");
    expect([problem?.code, problem?.message]).toStrictEqual(["TC604", "`types` in config.mjs is not JSON"]);
    const [other] = await problemsOf({ "config.mjs": "export default { out: () => 'x' }" }, "config.mjs");
    expect(other?.message).toBe("`out` in config.mjs cannot be a function");
  });
});

test("a glob says which folder cannot be looked into", async () => {
  const folder = temporaryProject({ "config.json": JSON.stringify({ chains: [{ source: "circle/*.py" }] }) });
  symlinkSync("circle", join(folder, "circle"));
  const { diagnostics } = await inFolder(folder, () => openConfig(diskHost(process.cwd()), "config.json"));
  expect(diagnostics[0]).toMatchObject({
    code: "TC606",
    message: expect.stringContaining("matches no file") as string,
  });
  expect(diagnostics[0]?.help).toMatch(/^circle cannot be looked into \((ELOOP|ENOTDIR)\): make it a folder/);
});

describe("what is wrong with a value is said in words of this tool", () => {
  const odd: readonly unknown[] = [
    null,
    true,
    7,
    "",
    "x y",
    [],
    [null],
    {},
    { a: 1 },
    { env: 1 },
    { a: {} },
    { input: 1 },
  ];

  test.each([...configKeys.config, ...configKeys.chain.map((key) => `chains.${key}`)])("%s", (path) => {
    const [key = "", inner] = path.split(".");
    for (const value of [...odd, ...odd.map((one) => ({ name: one, version: one, registry: one, access: one }))]) {
      const config = inner === undefined ? { [key]: value } : { chains: [{ source: "a.py", [inner]: value }] };
      const file = { file: "config.json", value: config, locate: () => ({ file: "config.json" }) };
      const { diagnostics } = checkConfig({ ...file, withPlaces: () => Promise.reject(new Error("not asked for")) });
      const said = diagnostics.map(({ message, help }) => `${message}: ${help}`);
      expect(said.filter((text) => /Invalid|[Ee]xpected|received/.test(text))).toStrictEqual([]);
      expect(diagnostics.every(({ help }) => (help ?? "").length > "give ".length)).toBe(true);
    }
  });
});
