import { execFileSync } from "node:child_process";
import { readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { captureOutput } from "../../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../../tests/support/temporary-folder.js";
import { writeFiles } from "../../../../../tests/support/write-files.js";
import { runCommandLine } from "../../../src/cli/run.js";
import { inFolder } from "../../config/support/temporary-project.js";

const chain = (name: string, parameters = "names: list[str]"): string => `import truss_chains as chains

class ${name}(chains.ChainletBase):
    async def run_remote(self, ${parameters}) -> str: ...
`;
const configFile = "typed-chains.config.json";
const globConfig = JSON.stringify({ out: "src/chains", chains: [{ source: "chains/*.py" }] });

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
});

const put = (files: Readonly<Record<string, string>>): void => writeFiles(folder, files);

/** Makes the folder a repository of one commit, with these files. */
function commit(files: Readonly<Record<string, string>>): void {
  put(files);
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "all");
}

async function diff(...args: readonly string[]) {
  [printed.stdout, printed.stderr] = ["", ""];
  const code = await inFolder(folder, async () => await runCommandLine(["diff", ...args]));
  return { code, ...printed };
}

/** What has become of each chain since the commit. */
async function fates() {
  const { stdout, code, stderr } = await diff("git:HEAD", "--json");
  expect(code, stderr).toBe(0);
  const { chains } = JSON.parse(stdout) as {
    readonly chains: readonly { readonly name: string; readonly status: string; readonly client?: string }[];
  };
  return chains.map(({ name, status, client }) => `${name} ${status} ${client}`);
}

describe("a revision alone is compared with all chains of the config", () => {
  beforeEach(() => {
    commit({
      [configFile]: globConfig,
      "chains/a.py": chain("A"),
      "chains/b.py": chain("B"),
      "chains/gone.py": chain("Gone"),
    });
    put({ "chains/b.py": chain("B", "names: list[str], limit: int"), "chains/new.py": chain("New") });
    rmSync(join(folder, "chains/gone.py"));
  });

  test("as text, where one that has not changed is a line, and the last is the verdict", async () => {
    expect(await diff("git:HEAD")).toStrictEqual({
      code: 0,
      stdout: `A: none
B: major
  Breaking:
    input.limit: a required key is new (input-required-added, major)
        + limit: number

New: the chain is new (minor)
Gone: the chain is gone (major)

Verdict: major
`,
      stderr: "",
    });
  });

  test("as Markdown, where one that has not changed is not told", async () => {
    expect((await diff("git:HEAD", "--markdown")).stdout).toBe(`### \`B\`: major

#### Breaking

| where | what | before | after |
| --- | --- | --- | --- |
| \`input.limit\` | a required key is new (\`input-required-added\`) |  | \`limit: number\` |

### \`New\`: minor

The chain is new.

### \`Gone\`: major

The chain is gone.

**Verdict since \`git:HEAD\`: major**
`);
  });

  test("as JSON, with the level that reaches furthest", async () => {
    const { stdout } = await diff("git:HEAD", "--json");
    const added = { rule: "input-required-added", level: "major", place: "input.limit", after: "limit: number" };
    const one = (name: string, status: string, level: string, changes: readonly object[] = []) => {
      return { name, source: `chains/${name.toLowerCase()}.py`, client: "src/chains", status, level, changes };
    };
    expect(JSON.parse(stdout)).toStrictEqual({
      formatVersion: 1,
      since: "git:HEAD",
      level: "major",
      chains: [
        one("A", "unchanged", "none"),
        one("B", "changed", "major", [added]),
        one("New", "new", "minor"),
        one("Gone", "gone", "major"),
      ],
    });
  });

  test("from a folder below, too", async () => {
    const inside = await inFolder(join(folder, "chains"), async () => await runCommandLine(["diff", "git:HEAD"]));
    expect([inside, printed.stdout]).toStrictEqual([0, expect.stringMatching(/^A: none\nB: major\n/) as string]);
  });
});

test("of many chains that have not changed, the text says how many there are", async () => {
  const files = ["A", "B", "C", "D", "E", "F"].map((name) => [`chains/${name.toLowerCase()}.py`, chain(name)] as const);
  commit({ [configFile]: globConfig, ...Object.fromEntries(files) });
  expect((await diff("git:HEAD")).stdout).toBe("6 chains are as they were\n\nVerdict: none\n");
  put({ "chains/g.py": chain("G") });
  const { stdout } = await diff("git:HEAD");
  expect(stdout).toBe("G: the chain is new (minor)\n6 chains are as they were\n\nVerdict: minor\n");
});

test("chains that have changed in the same way are told together", async () => {
  const names = ["A", "B", "C", "D", "E", "F"];
  const all = (parameters?: string) =>
    Object.fromEntries(names.map((name) => [`chains/${name.toLowerCase()}.py`, chain(name, parameters)]));
  commit({ [configFile]: globConfig, ...all() });
  put({ ...all("names: list[str], limit: int"), "chains/c.py": chain("C", "other: int") });
  const { stdout } = await diff("git:HEAD");
  expect(stdout.match(/^\w.*:.*$/gm)).toStrictEqual(["A, B, D, E, F: major", "C: major", "Verdict: major"]);
  const markdown = async () => (await diff("git:HEAD", "--markdown")).stdout.match(/^###? .*\n\n.*/gm);
  expect(await markdown()).toStrictEqual([
    "### 5 chains: major\n\n`A`, `B`, `D`, `E`, `F`",
    "### `C`: major\n\n#### Breaking",
  ]);
  put({ "chains/d.py": chain("D"), "chains/e.py": chain("E") });
  expect((await markdown())?.[0]).toBe("### `A`, `B`, `F`: major\n\n#### Breaking");
});

test("where nothing has changed, Markdown is a line without a heading", async () => {
  commit({ [configFile]: globConfig, "chains/a.py": chain("A") });
  const stdout = "Nothing has changed for callers since `git:HEAD`.\n";
  expect(await diff("git:HEAD", "--markdown")).toStrictEqual({ code: 0, stdout, stderr: "" });
  expect((await diff("git:HEAD")).stdout).toBe("A: none\n\nVerdict: none\n");
});

describe("chains are those that the config had", () => {
  const chains = (...list: readonly object[]): string => JSON.stringify({ out: "c", chains: list });

  test("so that one is gone whose entry is, whatever its file", async () => {
    const [a, b] = [{ source: "a.py" }, { source: "b.py" }];
    commit({ [configFile]: chains(a, b), "a.py": chain("A"), "b.py": chain("B") });
    put({ [configFile]: chains(a) });
    expect(await fates()).toStrictEqual(["A unchanged c", "B gone c"]);
  });

  test("so that another name is a change, and another file is none", async () => {
    commit({ [configFile]: chains({ source: "a.py" }, { source: "b.py" }), "a.py": chain("A"), "b.py": chain("B") });
    put({ [configFile]: chains({ source: "a.py", name: "Other" }, { source: "lib/b.py" }), "lib/b.py": chain("B") });
    expect(await fates()).toStrictEqual(["Other changed c", "B unchanged c"]);
  });

  test("each in its client, which names those that share a name", async () => {
    commit({
      [configFile]: chains({ source: "a.py" }, { source: "a.py", out: "two" }, { source: "a.py", package: "@acme/a" }),
      "a.py": chain("A"),
    });
    put({ [configFile]: chains({ source: "a.py" }, { source: "a.py", out: "three", package: "@acme/a" }) });
    const expected = ["A unchanged c", "A unchanged @acme/a", "A gone two"];
    expect(await fates()).toStrictEqual(expected);
    expect((await diff("git:HEAD")).stdout).toContain("A (@acme/a): none\nA (two): the chain is gone (major)\n");
    expect((await diff("git:HEAD", "--markdown")).stdout).toContain("### `A` of `two`: major\n");
  });

  const typescript = "const chains: readonly { source: string }[] = CHAINS;\nexport default { out, chains };\n";
  const esm = "export default { out, chains: CHAINS };\n";
  const commonjs = 'module.exports = { out: "c", chains: CHAINS };\n';
  const importing = 'import { out } from "./out.mjs";\n';

  test.each([
    ["typed-chains.config.ts", "module", `${importing}${typescript}`],
    ["typed-chains.config.mts", "commonjs", `${importing}${typescript}`],
    ["typed-chains.config.mjs", "commonjs", `${importing}${esm}`],
    ["typed-chains.config.js", "module", `${importing}${esm}`],
    ["typed-chains.config.js", "commonjs", commonjs],
  ])("where the config is the program %s of a package of type %s, which is run as it was", async (file, type, text) => {
    const program = (...sources: readonly string[]): string =>
      text.replace("CHAINS", JSON.stringify(sources.map((source) => ({ source }))));
    commit({
      [file]: program("a.py", "b.py"),
      "package.json": JSON.stringify({ type }),
      "out.mjs": 'export const out = "c";\n',
      "a.py": chain("A"),
      "b.py": chain("B"),
    });
    put({ [file]: program("a.py") });
    expect(await fates()).toStrictEqual(["A unchanged c", "B gone c"]);
  });

  test("where the config has another name now, and is in no package.json without its key", async () => {
    commit({ "package.json": "{}", [configFile]: globConfig, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    renameSync(join(folder, configFile), join(folder, "named.json"));
    put({ "package.json": `{ "typed-chains": ${globConfig} }` });
    rmSync(join(folder, "chains/b.py"));
    expect(await fates()).toStrictEqual(["A unchanged src/chains", "B gone src/chains"]);
  });

  test("where the config lists the files that are there: those that are gone are in its clients of then", async () => {
    const listing = `import { readdirSync } from "node:fs";
const client = (name) => (name.startsWith("b") ? { out: "pkg", package: "@acme/b" } : { out: "c" });
const entry = (name) => ({ source: "chains/" + name, ...client(name) });
export default { get chains() { return readdirSync("chains").map(entry); } };`;
    const names = ["A", "A2", "B", "C"];
    put({ "typed-chains.config.mjs": listing });
    put(Object.fromEntries(names.map((name) => [`chains/${name.toLowerCase()}.py`, chain(name)])));
    await inFolder(folder, async () => await runCommandLine(["generate"]));
    commit({
      "c/package.json": '{ "name": "c" }',
      "other/a.ts": "// @generated by typed-chains from x.py. Edits",
      "other/b.ts": `// @generated by typed-chains from ${"x".repeat(2 ** 20)}.py. Edits are lost`,
    });
    for (const name of ["a2", "b"]) rmSync(join(folder, `chains/${name}.py`));
    renameSync(join(folder, "chains/c.py"), join(folder, "chains/c2.py"));
    expect(await fates()).toStrictEqual(["A unchanged c", "C unchanged c", "A2 gone c", "B gone @acme/b"]);
  });

  test("and so they are where the lines of these end as on Windows", async () => {
    const listing = `import { readdirSync } from "node:fs";
export default { out: "c", get chains() { return readdirSync("chains").map((name) => ({ source: "chains/" + name })); } };`;
    put({ "typed-chains.config.mjs": listing, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    await inFolder(folder, async () => await runCommandLine(["generate"]));
    const text = readFileSync(join(folder, "c/b.ts"), "utf8");
    commit({ ".gitattributes": "* -text\n", "c/b.ts": text.replaceAll("\n", "\r\n") });
    rmSync(join(folder, "chains/b.py"));
    expect(await fates()).toStrictEqual(["A unchanged c", "B gone c"]);
  });

  test("and so they are in a folder of a repository whose user has git name files from its top", async () => {
    const listing = `import { readdirSync } from "node:fs";
export default { out: "c", get chains() { return readdirSync("chains").map((name) => ({ source: "chains/" + name })); } };`;
    put({ "sub/typed-chains.config.mjs": listing, "sub/chains/a.py": chain("A"), "sub/chains/b.py": chain("B") });
    await inFolder(join(folder, "sub"), async () => await runCommandLine(["generate"]));
    commit({});
    execFileSync("git", ["config", "grep.fullName", "true"], { cwd: folder });
    folder = join(folder, "sub");
    rmSync(join(folder, "chains/b.py"));
    expect(await fates()).toStrictEqual(["A unchanged c", "B gone c"]);
  });

  test("and without one, the chains of today that were there", async () => {
    commit({ "package.json": "{}", "chains/a.py": chain("A", "a: int"), "chains/gone.py": chain("Gone") });
    rmSync(join(folder, "chains/gone.py"));
    put({ [configFile]: globConfig, "chains/a.py": chain("A"), "chains/new.py": chain("New") });
    expect(await fates()).toStrictEqual(["A changed src/chains", "New new src/chains"]);
  });
});

describe("what cannot be compared", () => {
  test("is a config that could not be read: what was there is compared, with a warning", async () => {
    commit({ [configFile]: '{ "chains": 1 }', "chains/a.py": chain("A") });
    put({ [configFile]: globConfig });
    const { code, stdout, stderr } = await diff("git:HEAD");
    expect([code, stdout]).toStrictEqual([0, "A: none\n\nVerdict: none\n"]);
    expect(stderr).toContain(`TC407 ${configFile} cannot be compared with git:HEAD: it cannot be read`);
    expect(stderr).toContain("TC604 `chains` in typed-chains.config.json cannot be 1");
  });

  test("is a chain that had an error: it is told, and is no reason to fail", async () => {
    commit({ [configFile]: globConfig, "chains/a.py": "class A(:\n", "chains/b.py": "class B(:\n" });
    put({ "chains/a.py": chain("A") });
    rmSync(join(folder, "chains/b.py"));
    const { code, stdout, stderr } = await diff("git:HEAD");
    expect([code, stdout]).toStrictEqual([
      0,
      "A: it cannot be compared\nchains/b.py: the chain is gone (major)\n\nVerdict: major\n",
    ]);
    expect(stderr).toContain("TC407 chains/a.py cannot be compared with git:HEAD: it cannot be read");
    expect((await diff("git:HEAD", "--markdown")).stdout).toContain("### `A`\n\nIt cannot be compared.\n");
  });

  test("is nothing where a chain has an error now: that ends with 1, and nothing is said of changes", async () => {
    commit({ [configFile]: globConfig, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    put({ "chains/a.py": chain("A", "names") });
    const { code, stdout, stderr } = await diff("git:HEAD", "--markdown");
    expect([code, stdout]).toStrictEqual([1, ""]);
    expect(stderr).toContain("TC203");
  });

  test("is no chain that is run: it is read on both sides", async () => {
    const introspected = JSON.stringify({ out: "c", introspect: true, chains: [{ source: "a.py" }] });
    commit({ [configFile]: introspected, "a.py": chain("A") });
    put({ "a.py": chain("A", "names: list[str], limit: int") });
    expect(await fates()).toStrictEqual(["A changed c"]);
    put({ "a.py": chain("A", "names") });
    const { code, stdout, stderr } = await diff("git:HEAD");
    expect([code, stdout]).toStrictEqual([0, "A: it cannot be compared\n\nVerdict: none\n"]);
    expect(stderr).toContain("│ TC203 ");
  });
});

test("binary calls count where the config has them, or --binary asks for them", async () => {
  const binary = (type: string): string => chain("A", `data: ${type}`);
  commit({ [configFile]: globConfig, "chains/a.py": binary("bytes") });
  put({ "chains/a.py": binary("str") });
  expect((await diff("git:HEAD")).stdout).not.toContain("binaryInput");
  expect((await diff("git:HEAD", "--binary")).stdout).toContain("binaryInput");
  put({ [configFile]: globConfig.replace("{", '{ "binary": true, ') });
  expect((await diff("git:HEAD")).stdout).toContain("binaryInput");
});

describe("it ends with", () => {
  test("1 where there is no such revision, as --check-breaking does", async () => {
    commit({ [configFile]: globConfig, "chains/a.py": chain("A") });
    const found = await diff("git:nothing");
    expect(found).toMatchObject({ code: 1, stdout: "" });
    expect(found.stderr).toContain("TC106 The revision nothing cannot be read: the repository has no such revision");
  });

  test.each([
    [{}, ["git:HEAD"], "A revision alone compares the chains of a config, but there is none"],
    [{ [configFile]: "{,}" }, ["git:HEAD"], "TC110"],
    [{ [configFile]: '{ "out": "c" }' }, ["git:HEAD"], "has no chains"],
    [{ [configFile]: globConfig }, ["git:HEAD", "--introspect"], "--introspect goes with two sources"],
    [{}, [], "Name two sources: the old one, then the new one; or git:REV alone"],
  ])("2 for %j and %j", async (files: Readonly<Record<string, string>>, args, message) => {
    commit({ "chains/a.py": chain("A"), ...files });
    const found = await diff(...args);
    expect(found).toMatchObject({ code: 2, stdout: "" });
    expect(found.stderr).toContain(message);
  });
});

describe("whoever asks for JSON gets some where nothing can be compared", () => {
  const problems = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await diff(...args, "--json");
    const { ok, diagnostics } = JSON.parse(stdout) as {
      ok: boolean;
      diagnostics: readonly { readonly code: string }[];
    };
    expect(ok).toBe(false);
    for (const one of diagnostics) expect(stderr).toContain(one.code);
    return { code, codes: diagnostics.map((one) => one.code) };
  };

  beforeEach(() => commit({ [configFile]: globConfig, "chains/a.py": chain("A"), "bad.py": "def" }));

  test("of two sources", async () => {
    expect(await problems("nothing.py", "chains/a.py")).toStrictEqual({ code: 1, codes: ["TC101"] });
    expect(await problems("chains/a.py", "bad.py")).toStrictEqual({ code: 1, codes: ["TC201"] });
    expect(await problems("nothing.py", "bad.py")).toStrictEqual({ code: 1, codes: ["TC101", "TC201"] });
    expect(await problems("git:nowhere:chains/a.py", "chains/a.py")).toStrictEqual({ code: 1, codes: ["TC106"] });
  });

  test("of a revision", async () => {
    expect(await problems("git:nowhere")).toStrictEqual({ code: 1, codes: ["TC106"] });
    put({ "chains/a.py": "def" });
    expect((await problems("git:HEAD")).code).toBe(1);
  });

  test("of a config that cannot be used", async () => {
    put({ [configFile]: "{" });
    expect(await problems("git:HEAD")).toStrictEqual({ code: 2, codes: ["TC110"] });
    expect(await problems("chains/a.py", "chains/a.py")).toStrictEqual({ code: 2, codes: ["TC110"] });
  });
});

describe("a source that git does not have by its path", () => {
  const linked = { out: "src/chains", chains: [{ source: "node_modules/@acme/scoring/a.py" }] };

  test("is compared where the links of a package manager lead", async () => {
    put({ ".gitignore": "node_modules\n", "node_modules/@acme/.keep": "" });
    symlinkSync("../../packages/scoring", join(folder, "node_modules/@acme/scoring"));
    commit({ [configFile]: JSON.stringify(linked), "packages/scoring/a.py": chain("A") });
    put({ "packages/scoring/a.py": chain("A", "other: int") });
    expect(await fates()).toStrictEqual(["A changed src/chains"]);
    rmSync(join(folder, "packages/scoring/a.py"));
    put({ "packages/scoring/b.py": chain("A") });
    put({ [configFile]: JSON.stringify(linked).replace("a.py", "b.py") });
    expect(await fates()).toStrictEqual(["A unchanged src/chains"]);
  });

  test("is said to have been none, where there is no link either", async () => {
    put({ ".gitignore": "built\n", "built/a.py": chain("A") });
    commit({ [configFile]: JSON.stringify({ out: "src/chains", chains: [{ source: "built/a.py" }] }) });
    const { stdout, stderr } = await diff("git:HEAD");
    expect(stdout).toContain("A: the chain is new (minor)");
    expect(stderr).toContain("TC407 built/a.py was not there in git:HEAD: there is nothing to compare it with");
  });
});
