import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));
let folder: string;

const chain = `import truss_chains as chains

class Hello(chains.ChainletBase):
    async def run_remote(self, names: list[str]) -> str: ...
`;

beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, "hello.py"), chain);
});

/** Runs a command whose output nobody reads, as in `command | true`, and gives how it ends. */
async function exitCodeUnread(...args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.destroy();
  child.stderr.destroy();
  const [code] = (await once(child, "exit")) as [number | null];
  return code;
}

test("a command whose output nobody reads ends as it would have", async () => {
  const generate = ["generate", "hello.py", "--out", "client"];
  expect(await exitCodeUnread("describe", "hello.py")).toBe(0);
  expect(await exitCodeUnread(...generate, "--check")).toBe(1);
  expect(await exitCodeUnread(...generate, "--chek")).toBe(2);
  expect(await exitCodeUnread(...generate)).toBe(0);
  expect(await exitCodeUnread(...generate, "--check")).toBe(0);
});

test("a command that waits to be stopped ends where nobody reads its output", async () => {
  expect(await exitCodeUnread("mock", "hello.py")).toBe(0);
  expect(await exitCodeUnread("generate", "hello.py", "--out", "client", "--watch")).toBe(0);
});
