import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../../packages/codegen/bin/typed-chains.js", import.meta.url));

/** How an example ended, and all it printed. */
export interface ExampleResult {
  /** The exit code; `null` where a signal ended it. */
  readonly code: number | null;
  readonly output: string;
}

/** Runs the built command in a folder. A command that serves is asked for its schema once, and then stopped. */
export async function runExample(args: readonly string[], folder: string): Promise<ExampleResult> {
  const child = spawn(process.execPath, [command, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  child.stdout.once("data", (text: string) => {
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(text) ?? [];
    if (url !== undefined) void fetch(`${url}/v1/models/model/schema`).finally(() => child.kill("SIGTERM"));
  });
  const [code] = (await ended) as [number | null];
  return { code, output };
}
