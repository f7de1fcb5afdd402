import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/run-command.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workspaceFolder } from "./support/workspace.js";

const resolve = createRequire(import.meta.url).resolve;
const typedoc = join(dirname(resolve("typedoc/package.json")), "bin", "typedoc");

/** The modules that a package exports, as paths of its sources. */
function exportedModules(name: string): readonly string[] {
  const manifest = JSON.parse(readFileSync(join(workspaceFolder, "packages", name, "package.json"), "utf8")) as {
    readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  };
  const modules = Object.values(manifest.exports).flatMap((one) => (typeof one === "string" ? [] : [one.default]));
  return modules.map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, "src/$1.ts"));
}

describe("the documentation of the API", () => {
  test.each(["runtime", "codegen"])("has every module that %s exports", (name) => {
    const settings = readFileSync(join(workspaceFolder, "packages", name, "typedoc.json"), "utf8");
    const { entryPoints } = JSON.parse(settings) as { readonly entryPoints: readonly string[] };
    expect(entryPoints).toStrictEqual(exportedModules(name));
  });

  test("is made without a warning: all is documented, what it names is exported, and its links lead somewhere", async () => {
    const args = [typedoc, "--out", temporaryFolder()];
    const { code, stdout, stderr } = await runCommand(process.execPath, args, { cwd: workspaceFolder });
    expect(stdout + stderr).not.toMatch(/warning|error/);
    expect(code).toBe(0);
  });
});
