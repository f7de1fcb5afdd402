import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeOutputFolder } from "../support/output-folder.js";
import type { CommandResult } from "../support/run-command.js";
import { runInProcess } from "../support/run-in-process.js";

let folder: string;

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;

beforeAll(() => {
  folder = makeOutputFolder("generate-modes");
  writeFileSync(join(folder, "package-lock.json"), "{}");
  writeFileSync(join(folder, "hello.py"), chain);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function generate(...args: readonly string[]): Promise<CommandResult> {
  return runInProcess(folder, ["generate", "hello.py", "--out", "client", ...args]);
}

describe("the modes of generate", () => {
  test("a dry run says what would be written", async () => {
    const stderr = "+ client/hello.ts would be created\n+ client/index.ts would be created\n";
    expect(await generate("--dry-run")).toStrictEqual({ code: 0, stdout: "", stderr });
  });

  test("a check passes what generate has written, and shows what is not, with the command", async () => {
    expect((await generate()).code).toBe(0);
    expect(await generate("--check")).toStrictEqual({ code: 0, stdout: "", stderr: "✓ client is up to date\n" });
    const before = readFileSync(join(folder, "client/hello.ts"), "utf8");
    writeFileSync(join(folder, "hello.py"), chain.replace("names", "people"));
    const { code, stdout, stderr } = await generate("--check");
    expect(code).toBe(1);
    expect(stdout).toMatch(/^--- a\/client\/hello\.ts\n\+\+\+ b\/client\/hello\.ts\n@@ /);
    expect(stdout).toContain("-  names: readonly string[];\n+  people: readonly string[];\n");
    expect(stderr).toBe(`✗ TC405 client/hello.ts differs from what is generated now
   ── client/hello.ts
   = fix: run npx typed-chains generate hello.py --out client

✗ client is not up to date: 1 error
`);
    expect(readFileSync(join(folder, "client/hello.ts"), "utf8")).toBe(before);
  });
});
