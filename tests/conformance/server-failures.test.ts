import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { runCommand } from "../support/run-command.js";
import { startServerProcess } from "../support/server-process.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { startModelServer } from "./support/model-server.js";
import { preparePythonEnvironment } from "./support/python-environment.js";

let python: string;

beforeAll(async () => {
  python = await preparePythonEnvironment();
});

afterEach(() => {
  vi.unstubAllEnvs();
});

function writeChain(body: string): string {
  const file = join(temporaryFolder(), "broken_chain.py");
  writeFileSync(file, `import truss_chains as chains\n\n\nclass Broken(chains.ChainletBase):\n${body}`);
  return file;
}

async function commandLines(): Promise<string> {
  return (await runCommand("ps", ["-A", "-ww", "-o", "args"])).stdout;
}

describe("a model server that does not start", () => {
  it.each([
    {
      problem: "the generator refuses the chain",
      body: "    async def run_remote(self, names) -> str:\n        return ''\n",
      message: /^No server could be generated for Broken of .*names/s,
    },
    {
      problem: "the chain raises when it is made",
      body: "    def __init__(self):\n        raise ValueError('no weights')\n\n    async def run_remote(self) -> str:\n        return ''\n",
      message: /^The model server of Broken ended before it answered:.*no weights/s,
    },
  ])("says so with its last lines, and leaves nothing behind, where $problem", async ({ body, message }) => {
    const chainFile = writeChain(body);
    const temporary = temporaryFolder();
    vi.stubEnv("TMPDIR", temporary);
    await expect(startModelServer({ python, chainFile, entrypoint: "Broken" })).rejects.toThrow(message);
    expect(readdirSync(temporary)).toStrictEqual([]);
    expect(await commandLines()).not.toContain(temporary);
  });
});

describe("a server process", () => {
  it("is ended with all of its group, even where it does not want to", async () => {
    const mark = `stubborn-${process.pid}`;
    const server = await startServerProcess("sh", ["-c", `trap '' TERM; sh -c 'sleep 600; : ${mark}'; : ${mark}`], {});
    await wait(200);
    expect(await commandLines()).toContain(mark);
    await server.stop();
    expect(server.hasEnded()).toBe(true);
    expect(await commandLines()).not.toContain(mark);
  });
});
