import { readFileSync } from "node:fs";
import semver from "semver";
import { describe, expect, test } from "vitest";
import { type PresentPackageJson, packageJson } from "../../src/package/package-json.js";
import type { PackageSettings } from "../../src/package/package-settings.js";
import { nodeRange, runtimeRange } from "../../src/package/runtime-dependency.js";

const hello: PackageSettings = { name: "@acme/hello" };

function presentAs(path: string, text: string): PresentPackageJson {
  return { path, bytes: new TextEncoder().encode(text) };
}

/** The package.json that a package with the given one gets, as text. */
function textOf(settings: PackageSettings, present?: string, fileNames: readonly string[] = ["hello-all"]): string {
  const given = present === undefined ? undefined : presentAs("packages/hello/package.json", present);
  const result = packageJson(settings, fileNames, given);
  if (!result.ok) throw new Error(result.diagnostic.message);
  return result.text;
}

function fieldsOf(settings: PackageSettings, present?: object, fileNames?: readonly string[]): Record<string, unknown> {
  const text = present === undefined ? undefined : JSON.stringify(present);
  return JSON.parse(textOf(settings, text, fileNames)) as Record<string, unknown>;
}

function problemOf(present: string): string {
  const result = packageJson(hello, ["hello-all"], presentAs("package.json", present));
  if (result.ok) throw new Error(`It was taken: ${result.text}`);
  const { code, message, location } = result.diagnostic;
  return `${code} ${location?.line}:${location?.column} ${message}`;
}

describe("a new package.json", () => {
  test("has all that a registry and a consumer look for", () => {
    expect(textOf({ ...hello, registry: "https://npm.example.com/", access: "restricted" })).toBe(`{
  "name": "@acme/hello",
  "version": "0.1.0",
  "type": "module",
  "sideEffects": false,
  "engines": {
    "node": ">=20.19.0"
  },
  "exports": {
    ".": {
      "types": "./dist/index.d.ts",
      "default": "./dist/index.js"
    },
    "./hello-all": {
      "types": "./dist/hello-all.d.ts",
      "default": "./dist/hello-all.js"
    },
    "./signature/*.json": "./signature/*.json",
    "./package.json": "./package.json"
  },
  "types": "./dist/index.d.ts",
  "files": [
    "dist",
    "signature"
  ],
  "publishConfig": {
    "access": "restricted",
    "registry": "https://npm.example.com/"
  },
  "dependencies": {
    "@typed-chains/runtime": "^0.1.0"
  }
}
`);
  });

  test("starts with the version that is given", () => {
    expect(fieldsOf({ ...hello, version: "2.0.0-beta.1" })["version"]).toBe("2.0.0-beta.1");
  });

  test("depends on the runtime of this repository, and asks for its Node", () => {
    const file = new URL("../../../runtime/package.json", import.meta.url);
    const runtime = JSON.parse(readFileSync(file, "utf8")) as { version: string; engines: { node: string } };
    expect(semver.satisfies(runtime.version, runtimeRange)).toBe(true);
    expect(runtime.engines.node).toBe(nodeRange);
  });
});

describe("a package.json that is there", () => {
  const kept = {
    description: "ours",
    version: "3.1.4",
    name: "@acme/hello",
    private: true,
    license: "UNLICENSED",
    repository: { type: "git", url: "git+https://example.com/acme.git" },
    engines: { node: ">=22" },
    sideEffects: ["./setup.js"],
    files: ["dist/**", "CHANGELOG.md", "./signature/"],
    scripts: { prepack: "true" },
    dependencies: { "@zod/mini": "4.0.0", "@acme/a": "1.0.0" },
  };

  test("keeps what the user has added, and its version whatever is asked for", () => {
    const value = fieldsOf({ ...hello, version: "9.9.9" }, kept);
    const { dependencies, ...others } = kept;
    expect(value).toMatchObject(others);
    expect(Object.keys(value).slice(0, Object.keys(kept).length)).toStrictEqual(Object.keys(kept));
    expect(value["dependencies"]).toStrictEqual({ ...dependencies, "@typed-chains/runtime": "^0.1.0" });
  });

  test("is unchanged, to the byte, where nothing changes", () => {
    const texts = [undefined, JSON.stringify(kept), JSON.stringify(kept, undefined, "\t"), "\ufeff{}"];
    for (const text of texts) {
      const first = textOf(hello, text);
      expect(textOf(hello, first)).toBe(first);
    }
  });

  test("keeps its indentation, its line ends, its mark of order and the layout of what is right already", () => {
    const before =
      '\ufeff{\r\n\t"files": ["dist", "signature"],\r\n\t"version": "1.0.0",\r\n\t"name": "@acme/hello"\r\n}\r\n';
    const after = textOf(hello, before);
    expect(after.startsWith(before.slice(0, before.indexOf("\r\n}")))).toBe(true);
    expect(after).toContain('\r\n\t"exports": {\r\n\t\t".": {\r\n\t\t\t"types"');
    expect(after.replaceAll("\r\n", "")).not.toContain("\n");
    expect(after.endsWith("}\r\n")).toBe(true);
  });

  test("is brought up to date where the code needs it", () => {
    const wrong = { name: "@acme/hello", type: "commonjs", types: "./index.d.ts", files: ["CHANGELOG.md"] };
    const value = fieldsOf({ ...hello, registry: "https://b.example/" }, { ...wrong, publishConfig: { tag: "next" } });
    expect(value).toMatchObject({ type: "module", types: "./dist/index.d.ts" });
    expect(value["files"]).toStrictEqual(["CHANGELOG.md", "dist", "signature"]);
    expect(value["publishConfig"]).toStrictEqual({ tag: "next", registry: "https://b.example/" });
  });

  test("loses the paths of chains that are gone, and no path of the user's", () => {
    const before = fieldsOf(hello, undefined, ["gone", "hello-all"]);
    const exports = { ...(before["exports"] as object), "./own": "./own.js", "./gone-too": "./dist/gone-too.js" };
    const after = fieldsOf(hello, { ...before, exports }, ["added", "hello-all"]);
    expect(Object.keys(after["exports"] as object)).toStrictEqual([
      ".",
      "./added",
      "./hello-all",
      "./signature/*.json",
      "./package.json",
      "./own",
      "./gone-too",
    ]);
  });

  test.each([["./main.js"], [{ import: "./main.js" }], [["./main.js"]], [null]])(
    "with %j as its exports gets ours",
    (exports) => {
      const paths = Object.keys(fieldsOf(hello, { exports })["exports"] as object);
      expect(paths).toStrictEqual([".", "./hello-all", "./signature/*.json", "./package.json"]);
    },
  );

  test.each([
    ["workspace:*", "workspace:*"],
    ["workspace:^", "workspace:^"],
    ["file:../runtime", "file:../runtime"],
    ["catalog:", "catalog:"],
    ["latest", "latest"],
    ["0.0.5", "0.0.5"],
    [">=0.0.1 <2", ">=0.0.1 <2"],
    ["^0.1.7", "^0.1.7"],
    ["^1.0.0", "^1.0.0"],
    ["^0.0.9", runtimeRange],
  ])("that takes the runtime as %s has it as %s", (present, expected) => {
    const { dependencies } = fieldsOf(hello, { dependencies: { "@typed-chains/runtime": present } });
    expect(dependencies).toStrictEqual({ "@typed-chains/runtime": expected });
  });

  test("that has the runtime as a peer gets no dependency beside it", () => {
    const value = fieldsOf(hello, { peerDependencies: { "@typed-chains/runtime": ">=0.1" } });
    expect(value["dependencies"]).toBeUndefined();
  });
});

test("a package.json that cannot be brought up to date is a problem with its place", () => {
  expect(problemOf('{\n  "name": "@acme/other"\n}')).toBe(
    'TC410 2:11 package.json belongs to another package, "@acme/other"',
  );
  expect(problemOf('{ "version": "1.2" }')).toBe(
    'TC410 1:14 package.json has the version "1.2", which is not a version',
  );
  expect(problemOf('{ "version": null }')).toBe("TC410 1:14 package.json has the version null, which is not a version");
  expect(problemOf("[]")).toBe("TC410 1:1 package.json is not an object");
  expect(problemOf('{ "dependencies": [] }')).toBe("TC410 1:19 package.json has `dependencies` that is not an object");
  expect(problemOf('{ "name": }')).toBe("TC110 1:11 package.json is not valid JSON: a value is expected here");
  expect(problemOf('{\n  // ours\n  "name": "@acme/hello"\n}')).toMatch(/^TC110 2:3 /);
});
