import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { overlay } from "../../src/config/chain-options.js";
import type { PackageConfig } from "../../src/config/config.js";
import { memoryHost } from "../../src/read/hosts/memory-host.js";
import { readPackage } from "../../src/run/package-request.js";
import { checkDistinctPackages, checkOnePackage, packageOf } from "../../src/run/resolve/named-package.js";
import { resolveRuns } from "../../src/run/resolve/resolve-runs.js";
import type { ResolvedChain } from "../../src/run/resolve/resolved-chain.js";

function chainOf(named: PackageConfig | undefined, path = "chain.py", index = 0): ResolvedChain {
  const source = { path, options: {} };
  return { source, file: resolve(path), options: { package: named }, path: ["chains", index] };
}

test("a conflict in more of a package.json than is ours is told as one", () => {
  const text = '{\n<<<<<<< HEAD\n"license": "MIT",\n=======\n>>>>>>> other\n"version": "1.0.0" }\n';
  const host = memoryHost({ "pkg/package.json": text });
  expect(readPackage(host, "pkg", { name: "@acme/hello" })).toMatchObject({
    ok: false,
    diagnostic: { code: "TC110", message: expect.stringContaining("has a conflict of a merge") as unknown },
  });
});

describe("the package of a folder", () => {
  test("is said in parts, of which those of the chain win", () => {
    const top = { package: { registry: "https://npm.example.com/", access: "public" as const } };
    const { package: named } = overlay(top, { package: { name: "@acme/hello", access: "restricted" } });
    const expected = { registry: "https://npm.example.com/", access: "restricted", name: "@acme/hello" };
    expect(named).toStrictEqual(expected);
    expect(packageOf([chainOf(named), chainOf(named)])).toStrictEqual(expected);
  });

  test("is none where nothing says its name", () => {
    const chains = [chainOf({ registry: "https://npm.example.com/" }), chainOf(undefined)];
    expect([packageOf(chains), checkOnePackage("src", chains)]).toStrictEqual([undefined, []]);
  });

  test.each([
    [undefined, "a.py has @acme/hello, b.py has none"],
    [{ name: "@acme/other" }, "a.py has @acme/hello, b.py has @acme/other"],
    [
      { name: "@acme/hello", version: "1.0.0" },
      'a.py has {"name":"@acme/hello"}, b.py has {"name":"@acme/hello","version":"1.0.0"}',
    ],
  ])("is the same for all of its chains: %j", (other, sides) => {
    const chains = [chainOf({ name: "@acme/hello" }, "a.py", 0), chainOf(other, "b.py", 1)];
    expect(checkOnePackage("packages/hello", chains)).toMatchObject([
      {
        code: "TC605",
        message: `the chains in packages/hello differ in their \`package\`, which is that of the whole folder: ${sides}`,
        path: ["chains", 1, "package"],
      },
    ]);
  });

  test("is in no other folder", () => {
    const folders = ["a", "b"].map((out, index) => ({
      out,
      package: { name: "@acme/hello" },
      path: ["chains", index],
    }));
    expect(checkDistinctPackages(folders)).toMatchObject([
      { message: "the package @acme/hello would be in both a and b", path: ["chains", 1, "package"] },
    ]);
    expect(checkDistinctPackages([{ out: "c" }, { out: "d" }, ...folders.slice(1)])).toStrictEqual([]);
  });

  test("names a source as it is seen from the current folder, wherever the package is", () => {
    const options = { out: "../else/where", package: { name: "@acme/hello" } };
    const [run] = resolveRuns(undefined, { sources: ["chains/hello.py"], options });
    expect(run?.requests.map(({ label }) => label)).toStrictEqual(["chains/hello.py"]);
    expect(run?.package).toStrictEqual({ name: "@acme/hello" });
  });
});

describe("what is read for a package", () => {
  const named = { name: "@acme/hello", license: "LICENSE" };

  test("is its licence, and the package.json that is there", () => {
    const host = memoryHost({ LICENSE: "MIT\n", "out/package.json": "{}" });
    expect(readPackage(host, "out", named)).toStrictEqual({
      ok: true,
      request: {
        settings: { name: "@acme/hello", license: "MIT\n" },
        present: { path: "out/package.json", bytes: new TextEncoder().encode("{}") },
      },
    });
  });

  test("needs no package.json, but the licence that is named", () => {
    expect(readPackage(memoryHost({}), "out", { name: "@acme/hello" })).toMatchObject({ ok: true });
    expect(readPackage(memoryHost({}), "out", named)).toMatchObject({ ok: false, diagnostic: { code: "TC101" } });
  });

  test("is refused where package.json is a folder", () => {
    const host = memoryHost({ "out/package.json/file": "" });
    const reading = readPackage(host, "out", { name: "@acme/hello" });
    expect(reading).toMatchObject({ ok: false, diagnostic: { code: "TC103" } });
  });
});
