import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOutputFolder } from "../support/output-folder.js";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));
let folder: string;

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;

beforeAll(() => {
  folder = makeOutputFolder("generate-modes");
  writeFileSync(join(folder, "hello.py"), chain);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function generate(...args: readonly string[]) {
  const words = [command, "generate", "hello.py", "--out", "client", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("the modes of generate", () => {
  test("a dry run says what would be written", () => {
    const stderr = "+ client/hello.ts would be created\n+ client/index.ts would be created\n";
    expect(generate("--dry-run")).toStrictEqual({ status: 0, stdout: "", stderr });
  });

  test("a check passes what generate has written, and shows what is not, with the command", () => {
    expect(generate().status).toBe(0);
    expect(generate("--check")).toStrictEqual({ status: 0, stdout: "", stderr: "✓ client is up to date\n" });
    const before = readFileSync(join(folder, "client/hello.ts"), "utf8");
    writeFileSync(join(folder, "hello.py"), chain.replace("names", "people"));
    const { status, stdout, stderr } = generate("--check");
    expect(status).toBe(1);
    expect(stdout).toMatch(/^--- client\/hello\.ts\n\+\+\+ client\/hello\.ts\n@@ /);
    expect(stdout).toContain("-  names: readonly string[];\n+  people: readonly string[];\n");
    expect(stderr).toBe(`✗ TC405 client/hello.ts is not what is generated now
   ── client/hello.ts
   = fix: run npx typed-chains generate hello.py --out client

`);
    expect(readFileSync(join(folder, "client/hello.ts"), "utf8")).toBe(before);
  });
});
