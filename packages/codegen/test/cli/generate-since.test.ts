import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import { writeFiles } from "../../../../tests/support/write-files.js";
import { runCommandLine } from "../../src/cli/run.js";
import { inFolder } from "../config/support/temporary-project.js";

const chain = (name: string, parameters = "names: list[str]"): string => `import truss_chains as chains

class ${name}(chains.ChainletBase):
    async def run_remote(self, ${parameters}) -> str: ...
`;
const broken = "names: list[str], limit: int";
const wider = "names: list[str], loud: bool = False";
const configFile = "typed-chains.config.json";
const chains = (...list: readonly object[]): string => JSON.stringify({ out: "c", chains: list });
const since = ["--check-breaking", "git:HEAD"];

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
});

const put = (files: Readonly<Record<string, string>>): void => writeFiles(folder, files);

function move(from: string, to: string): void {
  mkdirSync(dirname(join(folder, to)), { recursive: true });
  renameSync(join(folder, from), join(folder, to));
}

/** Commits what is in the folder, with these files. */
function commit(files: Readonly<Record<string, string>> = {}): void {
  put(files);
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "all");
}

/** Runs `generate` in the folder or one below, and gives what it printed this time. */
async function generate(options: readonly string[], below = ".") {
  [printed.stdout, printed.stderr] = ["", ""];
  const code = await inFolder(join(folder, below), async () => await runCommandLine(["generate", ...options]));
  return { code, ...printed };
}

function versionIn(path: string): unknown {
  return (JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")) as { version: unknown }).version;
}

describe("a client that is no package, since a revision", () => {
  test("breaks where a chain is no longer in the config", async () => {
    commit({ [configFile]: chains({ source: "a.py" }, { source: "b.py" }), "a.py": chain("A"), "b.py": chain("B") });
    put({ [configFile]: chains({ source: "a.py" }) });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr).toContain("TC406 The client in c breaks its callers since git:HEAD");
    expect(stderr).toContain("│ B: the chain is gone");
    expect(existsSync(join(folder, "c"))).toBe(false);
  });

  test("is gone where no chain of the config is in its folder any more, which is still there", async () => {
    const two = (out: string): string =>
      JSON.stringify({
        chains: [
          { source: "a.py", out: "c" },
          { source: "b.py", out },
        ],
      });
    put({ [configFile]: two("d"), "a.py": chain("A"), "b.py": chain("B") });
    await generate([]);
    commit();
    put({ [configFile]: chains({ source: "a.py" }) });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr.match(/✗ TC.*/g)).toStrictEqual([
      "✗ TC406 The client in d is gone since git:HEAD, which breaks its callers",
    ]);
  });

  test("is compared by the names of its chains where their files were moved", async () => {
    commit({ [configFile]: chains({ source: "a.py" }), "a.py": chain("A") });
    move("a.py", "lib/a.py");
    put({ [configFile]: chains({ source: "lib/a.py" }) });
    expect(await generate([...since, "--dry-run"])).toMatchObject({
      code: 0,
      stderr: expect.not.stringContaining("TC") as string,
    });
    put({ "lib/a.py": chain("A", broken) });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr).toContain("│ A:\n");
    expect(stderr).toContain("input.limit: a required key is new");
  });

  test("breaks where none of its chains has its folder any more, and the others are written", async () => {
    const [a, b] = [{ source: "a.py" }, { source: "b.py", out: "two" }];
    commit({ [configFile]: chains(a, b), "a.py": chain("A"), "b.py": chain("B") });
    put({ [configFile]: chains(a) });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr).toContain("TC406 The client in two is gone since git:HEAD, which breaks its callers");
    expect(stderr).toContain("│ B: the chain is gone");
    expect([existsSync(join(folder, "c/a.ts")), existsSync(join(folder, "two"))]).toStrictEqual([true, false]);
  });

  test("may have chains that are new to the config", async () => {
    commit({ [configFile]: chains({ source: "a.py" }), "a.py": chain("A") });
    put({ [configFile]: chains({ source: "a.py" }, { source: "b.py" }), "b.py": chain("B") });
    expect(await generate(since)).toMatchObject({ code: 0, stderr: expect.not.stringContaining("TC") as string });
  });

  test("takes what the command line says of chains for those of today alone", async () => {
    commit({ [configFile]: chains({ source: "a.py" }, { source: "b.py" }), "a.py": chain("A"), "b.py": chain("B") });
    put({ [configFile]: chains({ source: "a.py" }) });
    const { code, stderr } = await generate([...since, "--chain-id", "abc123"]);
    expect(code).toBe(1);
    expect(stderr).toContain("│ B: the chain is gone");
  });

  test("is compared with the files of its chains where the config could not be read", async () => {
    commit({ [configFile]: '{ "chains": 1 }', "a.py": chain("A") });
    put({
      [configFile]: chains({ source: "a.py" }, { source: "b.py" }),
      "a.py": chain("A", broken),
      "b.py": chain("B"),
    });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr).toContain(`TC407 ${configFile} cannot be compared with git:HEAD: it cannot be read`);
    expect(stderr).toContain("TC407 b.py was not there in git:HEAD: there is nothing to compare it with");
    expect(stderr).toContain("input.limit: a required key is new");
  });

  test("without a config is not known to be as it was where a source was not there", async () => {
    commit({ "a.py": chain("A"), "b.py": chain("B") });
    move("a.py", "lib/a.py");
    const sources = ["lib/a.py", "b.py", "--out", "none", "--dry-run"];
    const { code, stderr } = await generate([...sources, ...since]);
    expect(code).toBe(0);
    expect(stderr).toContain("TC407 lib/a.py was not there in git:HEAD: there is nothing to compare it with");
    expect(stderr).toContain("run npx typed-chains diff git:HEAD:OLD lib/a.py");
    expect(stderr).not.toContain("b.py");
  });

  test("is not known to be as it was where a folder has no document of a chain", async () => {
    put({ "a.py": chain("A"), "b.py": chain("B") });
    await inFolder(folder, async () => await runCommandLine(["describe", "a.py"]));
    put({ "old/a.json": printed.stdout });
    const { code, stderr } = await generate(["a.py", "b.py", "--out", "c", "--check-breaking", "old"]);
    expect(code).toBe(0);
    expect(stderr.match(/TC407.*/g)).toStrictEqual([
      "TC407 B has no signature document in old: there is nothing to compare it with",
    ]);
  });
});

describe("a config that is a program, and reads what is there", () => {
  /** Asked for its chains, it reads them anew: a process runs a module once. */
  const program = (extra = "") => `import { existsSync, readdirSync } from "node:fs";
const entry = (name, out) => ({ source: "chains/" + name + ".py", out: out + "/" + name${extra} });
export default {
  get chains() {
    const names = readdirSync("chains").map((file) => file.slice(0, -3));
    return names.map((name) => entry(name, existsSync("moved") ? "d" : "c"));
  },
};`;
  const packages = program(', package: "@acme/" + name');
  const together = program().replace('out + "/" + name', '"c"');

  test.each([
    ["", program()],
    ["of packages, with their chains", packages],
  ])("tells clients that are gone %s", async (_what, text) => {
    put({ "typed-chains.config.mjs": text, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    await generate([]);
    commit();
    rmSync(join(folder, "chains/b.py"));
    const { code, stderr } = await generate(["--dry-run", ...since]);
    expect(code).toBe(1);
    expect(stderr.match(/✗ TC.*/g)).toStrictEqual([
      "✗ TC406 The client in c/b is gone since git:HEAD, which breaks its callers",
    ]);
    expect(stderr).toContain("│ B: the chain is gone");
    const instead = text === packages ? "deprecate the package in its registry" : "change its callers too";
    expect(stderr).toContain(`= fix: keep it in the config, or ${instead} and omit --check-breaking for this change`);
  });

  test("tells a chain that is gone from a client that is there", async () => {
    put({ "typed-chains.config.mjs": together, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    await generate([]);
    commit();
    rmSync(join(folder, "chains/b.py"));
    const { code, stderr } = await generate(["--dry-run", ...since]);
    expect([code, stderr.match(/TC.*/g)]).toStrictEqual([
      1,
      ["TC406 The client in c breaks its callers since git:HEAD"],
    ]);
    expect(stderr).toContain("│ B: the chain is gone");
  });

  test("does not tell a chain to be gone whose file was moved", async () => {
    put({ "typed-chains.config.mjs": together, "chains/a.py": chain("A"), "chains/b.py": chain("B") });
    await generate([]);
    commit();
    move("chains/b.py", "chains/c.py");
    const { code, stderr } = await generate(["--dry-run", ...since]);
    expect(stderr).not.toContain("TC406");
    expect(code).toBe(0);
  });

  test("does not tell a package to be gone that has another folder now", async () => {
    put({ "typed-chains.config.mjs": packages, "chains/a.py": chain("A") });
    await generate([]);
    commit();
    put({ moved: "" });
    const { stderr } = await generate(["--dry-run", ...since]);
    expect(stderr).toContain("d/a/package.json would be created");
    expect(stderr).not.toContain("TC406");
  });
});

describe("a package, since a revision", () => {
  const named = (out: string): string => JSON.stringify({ out, package: "@acme/hello", chains: [{ source: "a.py" }] });

  test("has to have a version of its own for a change that breaks nobody", async () => {
    put({ [configFile]: named("pkg"), "a.py": chain("A") });
    await generate([]);
    commit();
    put({ "a.py": chain("A", wider) });
    await generate([]);
    expect((await generate(["--check"])).code).toBe(0);
    const { code, stderr } = await generate([...since, "--check"]);
    expect(code).toBe(1);
    expect(stderr).toContain("TC408 @acme/hello has changed since git:HEAD: its version must be 0.1.1, not 0.1.0");
    expect(stderr).toContain("│   input.loud: an optional key is new (input-optional-added, minor)");
    expect(stderr).toContain("= fix: run npx typed-chains generate --check-breaking git:HEAD --bump\n");
    expect((await generate([...since, "--bump"])).code).toBe(0);
    expect(versionIn("pkg")).toBe("0.1.1");
    expect((await generate([...since, "--check"])).code).toBe(0);
  });

  test("needs none where it is as it was, or new", async () => {
    put({ [configFile]: named("pkg"), "a.py": chain("A") });
    commit();
    expect((await generate(since)).code).toBe(0);
    commit();
    expect((await generate([...since, "--check"])).code).toBe(0);
  });

  test("is the same in another folder", async () => {
    put({ [configFile]: named("pkg"), "a.py": chain("A") });
    await generate([]);
    commit();
    move("pkg", "lib/pkg");
    put({ [configFile]: named("lib/pkg"), "a.py": chain("A", broken) });
    const { code, stderr } = await generate(since);
    expect(code).toBe(1);
    expect(stderr.match(/TC\d+.*/g)).toStrictEqual([
      "TC406 @acme/hello breaks its callers since git:HEAD: its version must be 0.2.0, not 0.1.0",
    ]);
  });

  test.each([
    ["with its documents", ""],
    ["whose documents are not committed", "signature\n"],
  ])("is the same where it was moved together with its config, %s", async (_what, ignored) => {
    const source = (path: string): string => named(".").replace("a.py", path);
    put({ ".gitignore": ignored, [`pkg/${configFile}`]: source("../a.py"), "a.py": chain("A") });
    put({ "app/package.json": '{ "name": "app", "dependencies": { "@acme/hello": "^0.1.0" } }' });
    await generate([], "pkg");
    commit();
    move("pkg", "team/pkg");
    put({ [`team/pkg/${configFile}`]: source("../../a.py"), "a.py": chain("A", broken) });
    const { code, stderr } = await generate(since, "team/pkg");
    expect(code).toBe(1);
    expect(stderr.match(/TC\d+.*/g)).toStrictEqual([
      "TC406 @acme/hello breaks its callers since git:HEAD: its version must be 0.2.0, not 0.1.0",
    ]);
    expect((await generate([...since, "--bump"], "team/pkg")).code).toBe(0);
    expect(versionIn("team/pkg")).toBe("0.2.0");
    expect((await generate([...since, "--check"], "team/pkg")).code).toBe(0);
  });

  test("is not moved to a folder that the command line names, and that holds nothing yet", async () => {
    put({ [configFile]: named("pkg"), "a.py": chain("A") });
    await generate([]);
    commit();
    put({ "a.py": chain("A", wider) });
    expect((await generate(["--bump"])).code).toBe(0);
    const { code, stderr } = await generate(["a.py", "--out", "none", "--dry-run", ...since]);
    expect(stderr).not.toContain("TC");
    expect(code).toBe(0);
  });

  describe("whose documents are not committed", () => {
    beforeEach(async () => {
      put({
        ".gitignore": "/pkg/*\n!/pkg/package.json\n!/pkg/*.config.json\n",
        [`pkg/${configFile}`]: named(".").replace("a.py", "../a.py"),
        "a.py": chain("A"),
      });
      await generate([], "pkg");
      commit();
    });

    test("is compared by its source and its package.json", async () => {
      expect((await generate([...since, "--check"], "pkg")).code).toBe(0);
      put({ "a.py": chain("A", broken) });
      const { code, stderr } = await generate([...since, "--dry-run"], "pkg");
      expect(code).toBe(1);
      expect(stderr).toContain(
        "TC406 @acme/hello breaks its callers since git:HEAD: its version must be 0.2.0, not 0.1.0",
      );
      await generate([...since, "--bump"], "pkg");
      expect((await generate([...since, "--bump"], "pkg")).code).toBe(0);
      expect(versionIn("pkg")).toBe("0.2.0");
      expect((await generate([...since, "--check"], "pkg")).code).toBe(0);
    });

    test("may have a version that was raised by hand", async () => {
      put({ "a.py": chain("A", wider) });
      const text = readFileSync(join(folder, "pkg/package.json"), "utf8");
      put({ "pkg/package.json": text.replace("0.1.0", "0.1.1") });
      expect((await generate(since, "pkg")).code).toBe(0);
      put({ "a.py": chain("A", broken) });
      expect((await generate(since, "pkg")).code).toBe(1);
    });

    test("in a clean checkout is not raised without saying since when", async () => {
      put({ "a.py": chain("A", broken) });
      rmSync(join(folder, "pkg/signature"), { recursive: true });
      const { stderr } = await generate(["--bump"], "pkg");
      expect(stderr).toContain("TC407 . holds no signature documents of @acme/hello to compare with");
      expect(stderr).toContain("npx typed-chains generate --bump --check-breaking git:main");
      expect(versionIn("pkg")).toBe("0.1.0");
    });
  });
});
