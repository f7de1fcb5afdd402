import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import { writeFiles } from "../../../../tests/support/write-files.js";
import { runCommandLine } from "../../src/cli/run.js";
import { inFolder } from "../config/support/temporary-project.js";

const chain = (name: string): string => `import truss_chains as chains

class ${name}(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;
const configFile = "typed-chains.config.json";
const config = (source: string, out: string): string => JSON.stringify({ chains: [{ source, out }] });

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
  put({ "a.py": chain("A"), "b.py": chain("B") });
});

afterEach(() => vi.unstubAllEnvs());

const put = (files: Readonly<Record<string, string>>): void => writeFiles(folder, files);
const inProject = (path: string): string => join(folder, path);

/** Runs `generate` in the project or in a folder of it, and gives what it printed this time. */
async function generate(options: readonly string[] = [], below = ".") {
  [printed.stdout, printed.stderr] = ["", ""];
  const code = await inFolder(inProject(below), async () => await runCommandLine(["generate", ...options]));
  return { code, ...printed };
}

function git(...args: readonly string[]): void {
  execFileSync("git", args, { cwd: folder, stdio: "ignore" });
}

function manifestIn(out: string): { readonly config?: unknown } {
  return JSON.parse(readFileSync(inProject(`${out}/.typed-chains.json`), "utf8")) as { readonly config?: unknown };
}

describe("a folder that a config names", () => {
  beforeEach(async () => {
    put({ [configFile]: config("a.py", "src/chains"), [`other/${configFile}`]: config("../b.py", "../src/chains") });
    expect((await generate()).code).toBe(0);
  });

  test("says which one it is, as it is seen from there", () => {
    expect(manifestIn("src/chains").config).toBe("../../typed-chains.config.json");
  });

  test.each([[[]], [["--check"]], [["--dry-run"]]])("is refused to another config (%j)", async (options) => {
    const { code, stderr } = await generate(options, "other");
    expect(code).toBe(1);
    expect(stderr).toContain("TC409 ../src/chains belongs to ../typed-chains.config.json");
    expect(stderr).toContain("delete ../src/chains/.typed-chains.json");
    expect(existsSync(inProject("src/chains/a.ts"))).toBe(true);
    expect(existsSync(inProject("src/chains/b.ts"))).toBe(false);
  });

  test("is refused to a command line that names other chains", async () => {
    const { code, stderr } = await generate(["b.py", "--out", "src/chains"]);
    expect(code).toBe(1);
    expect(stderr).toContain("TC409 src/chains belongs to typed-chains.config.json");
  });

  test("is the config's own where the command line names it again, or finds the config by a link", async () => {
    expect(await generate(["--out", "src/chains", "--check"])).toMatchObject({ code: 0 });
    symlinkSync(folder, inProject("link"));
    expect(await generate(["--config", `link/${configFile}`, "--check"])).toMatchObject({ code: 0 });
  });

  test("is free once the config is gone, renamed or has no key any more", async () => {
    rmSync(inProject(configFile));
    expect((await generate([], "other")).code).toBe(0);
    expect(existsSync(inProject("src/chains/a.ts"))).toBe(false);
    expect(manifestIn("src/chains").config).toBe("../../other/typed-chains.config.json");
    renameSync(inProject(`other/${configFile}`), inProject(`other/typed-chains.config.mjs`));
    put({ "other/typed-chains.config.mjs": `export default ${config("../b.py", "../src/chains")}` });
    expect((await generate([], "other")).code).toBe(0);
    rmSync(inProject("other"), { recursive: true });
    put({ "package.json": JSON.stringify({ "typed-chains": JSON.parse(config("a.py", "src/chains")) as object }) });
    expect((await generate()).code).toBe(0);
    put({ "package.json": "{}", [configFile]: config("a.py", "src/chains") });
    expect((await generate()).code).toBe(0);
  });

  test("is refused in a conflict of two manifests that name a config each", async () => {
    const manifest = readFileSync(inProject("src/chains/.typed-chains.json"), "utf8");
    const other = manifest.replace("../../", "../../other/");
    put({ "src/chains/.typed-chains.json": `<<<<<<< a\n${manifest}=======\n${other}>>>>>>> b\n` });
    expect((await generate()).stderr).toContain("TC409 src/chains belongs to other/typed-chains.config.json");
  });

  test.each(["../../../../../../../../dev/zero", "..", "../../a.py", "../../gone.json"])(
    "is not held by what a forged manifest names: %s",
    async (named) => {
      put({ "src/chains/.typed-chains.json": JSON.stringify({ formatVersion: 1, config: named, files: {} }) });
      expect((await generate()).code).toBe(0);
    },
  );
});

test("a folder that the command line names belongs to no config", async () => {
  put({ [configFile]: config("a.py", "src/chains") });
  await generate(["--out", "elsewhere"]);
  await generate(["a.py", "--out", "c"]);
  expect([manifestIn("elsewhere").config, manifestIn("c").config]).toStrictEqual([undefined, undefined]);
});

test("a folder in another repository does not say where its config lies", async () => {
  put({ [`one/${configFile}`]: config("../a.py", "../two/c"), "one/.git/HEAD": "", "two/.git/HEAD": "" });
  expect((await generate([], "one")).code).toBe(0);
  expect(manifestIn("two/c").config).toBeUndefined();
});

describe("a folder that the config names no more", () => {
  beforeEach(async () => {
    git("init", "--quiet");
    put({ [configFile]: config("a.py", "src/chains"), [`x/${configFile}`]: config("../b.py", "c") });
    await generate();
    await generate([], "x");
    git("add", ".");
    put({ [configFile]: config("a.py", "lib/clients") });
    expect((await generate()).stderr).toContain("⚠ TC405 src/chains is no longer generated");
  });

  test("is an error to a check, from wherever it is run, until its manifest is gone", async () => {
    const { code, stderr } = await generate(["--check"]);
    expect(code).toBe(1);
    expect(stderr).toContain(
      "✗ TC405 src/chains is no longer generated: typed-chains.config.json does not name it any more",
    );
    expect(stderr).not.toContain("x/c");
    expect((await generate(["--check"], "lib")).stderr).toContain("TC405 ../src/chains is no longer generated");
    rmSync(inProject("src/chains"), { recursive: true });
    expect(await generate(["--check"])).toMatchObject({ code: 0, stderr: "✓ lib/clients is up to date\n" });
  });

  test("is remembered: git is asked again where the config has changed, and by a check", async () => {
    put({ "node_modules/.keep": "" });
    await generate();
    vi.stubEnv("PATH", "");
    expect((await generate()).stderr).toContain("TC405 src/chains");
    expect((await generate(["--check"])).stderr).not.toContain("TC405");
    put({ [configFile]: config("a.py", "lib/other") });
    expect((await generate()).stderr).not.toContain("TC405");
    vi.unstubAllEnvs();
    expect((await generate()).stderr).not.toContain("TC405");
    put({ [configFile]: config("a.py", "lib/clients") });
    expect((await generate()).stderr).toContain("TC405 src/chains");
    rmSync(inProject("src/chains/.typed-chains.json"));
    expect((await generate()).stderr).not.toContain("TC405");
  });

  test("is nothing to a run that names its own sources or its own folder", async () => {
    expect((await generate(["b.py", "--out", "b"])).stderr).not.toContain("TC405");
    expect((await generate(["--out", "d"])).stderr).not.toContain("TC405");
  });
});
