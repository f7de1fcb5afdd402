import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { Ajv2020, type AnySchemaObject } from "ajv/dist/2020.js";
import { beforeEach, describe, expect, test } from "vitest";
import { captureOutput } from "../../../../tests/support/captured-output.js";
import { temporaryFolder } from "../../../../tests/support/temporary-folder.js";
import { writeFiles } from "../../../../tests/support/write-files.js";
import { runCommandLine } from "../../src/cli/run.js";
import { readChain } from "../../src/generate.js";
import { diskHost } from "../../src/read/hosts/disk-host.js";
import { inFolder } from "../config/support/temporary-project.js";

const schema = JSON.parse(
  readFileSync(new URL("../../schema/generate-result.schema.json", import.meta.url), "utf8"),
) as AnySchemaObject;
const isResult = new Ajv2020({ strict: true }).compile(schema);

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;
const breaking = chain.replace("list[str]", "list[str], limit: int");
const shared = "from pydantic import BaseModel\n\nclass Answer(BaseModel):\n    text: str\n";
const wider = chain.replace("list[str]", "list[str], loud: bool = False");

let folder: string;
const printed = captureOutput();

beforeEach(() => {
  folder = temporaryFolder();
});

const put = (files: Readonly<Record<string, string>>): void => writeFiles(folder, files);

/** Runs `generate` in the folder, and gives what it printed this time. */
async function generate(...options: readonly string[]) {
  [printed.stdout, printed.stderr] = ["", ""];
  const code = await inFolder(folder, async () => await runCommandLine(["generate", ...options]));
  return { code, ...printed };
}

/** Makes the folder a repository, and commits what is in it. */
function commitAll(): void {
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: folder, stdio: "ignore" });
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "all");
}

function versionIn(path: string): unknown {
  return (JSON.parse(readFileSync(join(folder, path, "package.json"), "utf8")) as { version: unknown }).version;
}

describe("with --json, stdout has one object of the schema and stderr nothing", () => {
  async function resultOf(...options: readonly string[]) {
    const { code, stdout: printed, stderr: others } = await generate("--json", ...options);
    const result = JSON.parse(printed) as { ok: boolean; files: object[]; diagnostics: { code: string }[] };
    expect(isResult(result), JSON.stringify(isResult.errors)).toBe(true);
    expect(others).toBe("");
    expect(result.ok).toBe(code === 0);
    return { code, files: result.files, codes: result.diagnostics.map((diagnostic) => diagnostic.code) };
  }

  test("where it writes, where it checks and where a source has an error", async () => {
    put({ "hello.py": chain, "wrong.py": chain.replace("names: list[str]", "names") });
    const files = ["client/hello.ts", "client/index.ts"];
    const each = (status: string) => files.map((path) => ({ path, status }));
    const source = ["hello.py", "--out", "client"];
    expect(await resultOf(...source, "--dry-run")).toStrictEqual({ code: 0, files: each("created"), codes: [] });
    expect(existsSync(join(folder, "client"))).toBe(false);
    expect(await resultOf(...source, "--check")).toStrictEqual({
      code: 1,
      files: each("created"),
      codes: ["TC405", "TC405"],
    });
    expect(existsSync(join(folder, "client"))).toBe(false);
    expect(await resultOf(...source)).toStrictEqual({ code: 0, files: each("created"), codes: [] });
    expect(await resultOf(...source, "--check")).toStrictEqual({ code: 0, files: each("unchanged"), codes: [] });
    expect(await resultOf("wrong.py", "--out", "client")).toStrictEqual({ code: 1, files: [], codes: ["TC203"] });
  });

  interface Client {
    readonly out: string;
    readonly status: string;
    readonly filesRead: readonly string[];
    readonly filesMissing: readonly string[];
  }

  async function clientsOf(...options: readonly string[]): Promise<readonly Client[]> {
    [printed.stdout, printed.stderr] = ["", ""];
    const argv = ["generate", "--json", ...options];
    await inFolder(folder, async () => await runCommandLine(argv, "generator"));
    const result = JSON.parse(printed.stdout) as { readonly clients: readonly Client[] };
    expect(isResult(result), JSON.stringify(isResult.errors)).toBe(true);
    return result.clients;
  }

  test("with what each client is made from, be it generated or unchanged", async () => {
    put({
      "node_modules/.package-lock.json": "{}",
      "chains/hello.py": `from shared import Answer\n${chain.replace("-> str", "-> Answer")}`,
      "chains/shared.py": shared,
      "chains/other.py": chain.replace("Hello", "Other"),
      "types.json": '{ "torch.Tensor": { "type": "array" } }',
      LICENSE: "Free.",
      "typed-chains.config.json": JSON.stringify({
        types: "types.json",
        chains: [
          { source: "chains/hello.py", out: "hello", package: { name: "@acme/hello", license: "LICENSE" } },
          { source: "./chains/other.py", out: "other" },
        ],
      }),
    });
    const [hello, other] = await clientsOf();
    const others = ["chains/shared.py", "typed-chains.config.json", "types.json"];
    expect(hello?.filesRead).toStrictEqual(["LICENSE", "chains/hello.py", ...others]);
    expect(hello?.filesMissing).toEqual(expect.arrayContaining(["chains/shared/__init__.py", "hello/package.json"]));
    expect(other).toMatchObject({
      out: "other",
      status: "written",
      filesRead: ["chains/other.py", "typed-chains.config.json", "types.json"],
    });
    const again = await clientsOf();
    expect(again[0]?.filesRead).toStrictEqual([
      "LICENSE",
      "chains/hello.py",
      ...others.slice(0, 1),
      "hello/package.json",
      ...others.slice(1),
    ]);
    expect(again[0]?.filesMissing).toStrictEqual(hello?.filesMissing.filter((path) => path !== "hello/package.json"));
    expect(again[1]).toStrictEqual({ ...other, status: "unchanged" });
    rmSync(join(folder, "node_modules"), { recursive: true });
    expect(await clientsOf("--check")).toStrictEqual(again);
  });

  test("with all names that a reading has looked for, from wherever it is started", async () => {
    put({
      "chains/hello.py": `from shared.more import Answer\n${chain.replace("-> str", "-> Answer")}`,
      "chains/shared/more.py": shared,
      "typed-chains.config.json": '{ "out": "c", "chains": [{ "source": "chains/hello.py" }] }',
    });
    const [client] = await clientsOf();
    const { filesRead } = readChain(diskHost(folder), { path: "chains/hello.py", options: {} });
    const all = [...(client?.filesRead ?? []), ...(client?.filesMissing ?? [])];
    expect(all).toEqual(expect.arrayContaining([...filesRead]));
    folder = join(folder, "chains");
    const inside = (paths: readonly string[] = []) => paths.map((path) => relative("chains", path)).sort();
    expect(await clientsOf()).toStrictEqual([
      {
        out: "../c",
        status: "unchanged",
        filesRead: inside(client?.filesRead),
        filesMissing: inside(client?.filesMissing),
      },
    ]);
  });

  test("with the files of a revision by their whole names", async () => {
    put({ "hello.py": `from shared import Answer\n${chain.replace("-> str", "-> Answer")}`, "shared.py": shared });
    commitAll();
    const [client] = await clientsOf("git:HEAD:hello.py", "--out", "c");
    expect(client?.filesRead).toStrictEqual(["git:HEAD:hello.py", "git:HEAD:shared.py"]);
    expect(client?.filesMissing).toContain("git:HEAD:shared/__init__.py");
  });

  test("with what a client would be made from that cannot be, and nothing where the config is wrong", async () => {
    put({ "wrong.py": "class (:\n" });
    expect(await clientsOf("wrong.py", "--out", "c")).toStrictEqual([
      { out: "c", status: "kept", filesRead: ["wrong.py"], filesMissing: [] },
    ]);
    expect(await clientsOf("missing.py", "--out", "c")).toStrictEqual([
      { out: "c", status: "kept", filesRead: [], filesMissing: ["missing.py"] },
    ]);
    put({ "typed-chains.config.json": "{,}" });
    expect(await clientsOf()).toStrictEqual([]);
  });

  test("where the config is wrong, whose exit code is 2", async () => {
    put({ "typed-chains.config.json": '{ "outt": "x" }' });
    expect(await resultOf()).toStrictEqual({ code: 2, files: [], codes: ["TC603"] });
  });
});

test("a folder with an error stays whole, the others are written, and all problems are reported together", async () => {
  const wrong = chain.replace("names: list[str]", "names").replace("Hello", "Wrong");
  put({
    "hello.py": chain,
    "other.py": chain.replace("Hello", "Other"),
    "wrong.py": wrong,
    "bad.py": wrong.replace("Wrong", "Bad"),
    "typed-chains.config.json": JSON.stringify({
      chains: [
        { source: "hello.py", out: "one" },
        { source: "wrong.py", out: "one" },
        { source: "bad.py", out: "two" },
        { source: "other.py", out: "three" },
      ],
    }),
  });
  const { code, stderr: shown } = await generate();
  expect(code).toBe(1);
  expect(shown.match(/TC203|wrong\.py:4|bad\.py:4|three\/other\.ts created/g)).toStrictEqual([
    "TC203",
    "wrong.py:4",
    "TC203",
    "bad.py:4",
    "three/other.ts created",
  ]);
  expect(["one", "two", "three"].map((path) => existsSync(join(folder, path)))).toStrictEqual([false, false, true]);
});

describe("a baseline", () => {
  test("in git tells that a client breaks its callers, who are listed the changes, and nothing is written", async () => {
    put({
      "chains/hello.py": chain,
      "typed-chains.config.json": '{ "out": "c", "chains": [{ "source": "chains/*.py" }] }',
    });
    commitAll();
    const since = ["--check-breaking", "git:HEAD"];
    expect((await generate(...since)).code).toBe(0);
    put({ "chains/hello.py": wider, "chains/new.py": chain.replace("Hello", "New") });
    expect((await generate(...since)).code).toBe(0);
    put({ "chains/hello.py": breaking });
    const broken = await generate(...since);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain("TC406 The client in c breaks its callers since git:HEAD");
    expect(broken.stderr).toContain("input.limit: a required key is new (input-required-added, major)");
    expect(readFileSync(join(folder, "c/hello.ts"), "utf8")).not.toContain("limit");
  });

  test("with an error in a source says that it cannot be compared, and lets the mended one pass", async () => {
    put({ "hello.py": "class Hello(:\n" });
    commitAll();
    put({ "hello.py": chain });
    const { code, stderr: shown } = await generate("hello.py", "--out", "c", "--check-breaking", "git:HEAD");
    expect(code).toBe(0);
    expect(shown).toContain("TC407 hello.py cannot be compared with git:HEAD: it cannot be read");
  });

  test("may be a folder of signature documents", async () => {
    put({ "hello.py": chain });
    await inFolder(folder, async () => await runCommandLine(["describe", "hello.py"]));
    put({ "old/hello.signature.json": printed.stdout, "hello.py": breaking });
    const { code, stderr: shown } = await generate("hello.py", "--out", "c", "--check-breaking", "old");
    expect(code).toBe(1);
    expect(shown).toContain("TC406 The client in c breaks its callers since old");
  });

  test("of a revision that is not there is an error with its code, and nothing is written", async () => {
    put({ "hello.py": chain });
    commitAll();
    const since = ["hello.py", "--out", "c", "--check-breaking", "git:nothing"];
    const { code, stdout, stderr: shown } = await generate(...since);
    expect([code, stdout, existsSync(join(folder, "c"))]).toStrictEqual([1, "", false]);
    expect(shown).toContain("TC106 The revision nothing cannot be read: the repository has no such revision");
    const { stdout: json } = await generate(...since, "--json");
    expect(JSON.parse(json)).toMatchObject({ ok: false, diagnostics: [{ code: "TC106" }] });
  });

  test("has to be one", async () => {
    put({ "hello.py": chain, "empty/notes.txt": "" });
    commitAll();
    for (const [baseline, message] of [
      ["git:HEAD:hello.py", "--check-breaking is git:REV"],
      ["nothing", "nothing is not a folder, or is empty. A revision is git:REV, such as git:main."],
      ["HEAD", "HEAD is not a folder, or is empty: for the revision of this name, say git:HEAD."],
      ["empty", "empty holds no signature documents"],
    ] as const) {
      const run = generate("hello.py", "--out", "c", "--check-breaking", baseline);
      expect(await run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(message) as string });
    }
  });
});

describe("the version of a package", () => {
  const source = ["hello.py", "--out", "pkg", "--package", "@acme/hello"];

  test("is raised since its last run, by what has changed, and not twice", async () => {
    put({ "hello.py": chain });
    await generate(...source, "--bump");
    expect(versionIn("pkg")).toBe("0.1.0");
    put({ "hello.py": wider });
    await generate(...source, "--bump");
    expect(versionIn("pkg")).toBe("0.1.1");
    await generate(...source, "--bump");
    expect(versionIn("pkg")).toBe("0.1.1");
  });

  test("has to say since a baseline that it breaks its callers, and is raised once to say so", async () => {
    put({ "hello.py": chain });
    await generate(...source);
    commitAll();
    put({ "hello.py": breaking });
    const since = [...source, "--check-breaking", "git:HEAD"];
    const broken = await generate(...since, "--check");
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain("its version must be 0.2.0, not 0.1.0");
    expect(broken.stderr).toContain(`= fix: run npx typed-chains generate ${since.join(" ")} --bump\n`);
    expect((await generate(...since, "--bump")).code).toBe(0);
    expect((await generate(...since, "--bump")).code).toBe(0);
    expect(versionIn("pkg")).toBe("0.2.0");
    expect((await generate(...since, "--check")).code).toBe(0);
  });

  test("cannot be known to need raising where the package has no signature documents", async () => {
    put({ "hello.py": chain, "pkg/package.json": '{ "name": "@acme/hello", "version": "3.0.0" }' });
    const { code, stderr: shown } = await generate(...source, "--bump");
    expect([code, versionIn("pkg")]).toStrictEqual([0, "3.0.0"]);
    expect(shown).toContain("TC407 pkg holds no signature documents of @acme/hello to compare with");
  });

  test("is that of a package", async () => {
    put({ "hello.py": chain });
    const { code, stderr: shown } = await generate("hello.py", "--out", "c", "--bump");
    expect([code, shown.split(":")[0]]).toStrictEqual([
      2,
      "--bump raises the version of a package, but none is generated",
    ]);
  });
});
