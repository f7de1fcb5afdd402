import { setTimeout as wait } from "node:timers/promises";
import type { ServerProcess } from "../../support/server-process.js";

/** Waits until a server has printed what the pattern finds, and gives that: the first group, or all of it. */
export async function printedText(server: ServerProcess, pattern: RegExp): Promise<string> {
  const deadline = Date.now() + 30_000;
  while (!server.hasEnded() && Date.now() < deadline) {
    const [all, group] = pattern.exec(server.output()) ?? [];
    if (all !== undefined) return group ?? all;
    await wait(50);
  }
  throw new Error(`The server did not print ${String(pattern)}:\n${server.output()}`);
}
