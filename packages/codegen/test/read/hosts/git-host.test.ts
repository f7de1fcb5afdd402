import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { diskHost } from "../../../src/read/hosts/disk-host.js";
import { memoryHost } from "../../../src/read/hosts/memory-host.js";
import { readSource } from "../../../src/read/read-source.js";
import type { SourceHost } from "../../../src/read/source-host.js";

let root: string;
const model = "from pydantic import BaseModel\nclass Item(BaseModel):\n    x: int\n";
const chain =
  "import truss_chains as chains\nfrom pkg.models import Item\nclass C(chains.ChainletBase):\n    def run_remote(self, a: Item) -> Item: ...\n";

function git(...args: readonly string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd: root, stdio: "pipe" });
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "typed-chains-"));
  mkdirSync(join(root, "app/pkg"), { recursive: true });
  writeFileSync(join(root, "app/chain.py"), chain);
  writeFileSync(join(root, "app/pkg/models.py"), model);
  writeFileSync(join(root, "app/naïve.txt"), "ü");
  symlinkSync("chain.py", join(root, "app/link.py"));
  git("init", "-q", "-b", "main");
  git("add", ".");
  git("commit", "-q", "-m", "first");
  writeFileSync(join(root, "app/pkg/models.py"), model.replace("x: int", "y: str"));
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function hostAt(folder: string): SourceHost {
  const opened = diskHost(join(root, folder)).at("main");
  if (!opened.ok) throw new Error(opened.reason);
  return opened.host;
}

test.each([
  [".", "app/naïve.txt"],
  ["app", "naïve.txt"],
  ["app/pkg", "../naïve.txt"],
  ["app/pkg", "/app/naïve.txt"],
])("from %s, a file is found as %s", (folder, path) => {
  const host = hostAt(folder);
  expect(host.exists(path)).toBe(true);
  expect(host.read(path)).toStrictEqual({ ok: true, bytes: Buffer.from("ü") });
  expect(host.realPath(path)).toBe("/app/naïve.txt");
});

test("folders are listed, links are not followed, and what is not there is said", () => {
  const host = hostAt("app");
  expect(host.list(".")).toStrictEqual(["chain.py", "naïve.txt", "pkg"]);
  expect(host.list("pkg")).toStrictEqual(["models.py"]);
  expect(host.list("nothing")).toStrictEqual([]);
  expect(host.read("pkg")).toStrictEqual({ ok: false, reason: "not-a-file" });
  expect(host.read("link.py")).toStrictEqual({ ok: false, reason: "missing" });
  expect(host.realPath("nothing")).toBe(undefined);
});

test("a chain is read the same from a revision, from disk and from memory", () => {
  const disk = diskHost(join(root, "app"));
  const files = { "chain.py": chain, "pkg/models.py": model };
  const atRevision = readSource(disk, "git:main:chain.py");
  expect(atRevision.diagnostics).toStrictEqual([]);
  expect(atRevision.signature).toStrictEqual(readSource(memoryHost(files), "chain.py").signature);
  expect(atRevision.filesRead).toContain("git:main:pkg/models.py");
  const onDisk = readSource(disk, "chain.py").signature;
  expect(onDisk?.input?.$defs?.["Item"]).toMatchObject({ required: ["y"] });
});

test("what is wrong in a revision is said of it", () => {
  const { diagnostics } = readSource(diskHost(root), "git:main:app/none.py");
  expect(diagnostics).toMatchObject([{ code: "TC101", location: { file: "git:main:app/none.py" } }]);
});

test.each([
  [
    "no such revision",
    "git:nothing:app/chain.py",
    "The revision nothing cannot be read: the repository has no such revision",
  ],
  [
    "a revision that looks like an option",
    "git:--help:app/chain.py",
    "The revision --help cannot be read: the repository has no such revision",
  ],
])("%s is an error", (_title, path, message) => {
  expect(readSource(diskHost(root), path).diagnostics).toMatchObject([{ code: "TC106", message }]);
});

test.each(["git:main", "git:main:", "git::chain.py", "git:", "git:chain.py", "git:main.json"])(
  "the form of a revision's path is said where %s is not one",
  (path) => {
    const help = "give git:REV:path, such as git:main:chain.py; the path starts at the current folder";
    expect(readSource(diskHost(root), path).diagnostics).toStrictEqual([
      {
        code: "TC106",
        severity: "error",
        message: `${path} names no file of a revision`,
        location: { file: path },
        help,
      },
    ]);
  },
);

test("a file whose name begins like a revision's is read", () => {
  const disk = memoryHost({ "git:chain.py": "class Hello(:\n" });
  expect(readSource(disk, "git:chain.py").diagnostics.map(({ code }) => code)).toStrictEqual(["TC201"]);
});

test("a folder of no repository is an error", () => {
  const { diagnostics } = readSource(memoryHost({}), "git:main:chain.py");
  expect(diagnostics).toMatchObject([
    { code: "TC106", message: "The revision main cannot be read: the current folder is not in a git repository" },
  ]);
});
