import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { CommandOptions } from "./run-command.js";

/** A server that runs in a process group of its own. */
export interface ServerProcess {
  /** All it has printed so far, on either stream. */
  output(): string;
  hasEnded(): boolean;
  /** Ends the whole group and waits for its end. Does nothing where it has ended. */
  stop(): Promise<void>;
}

/** How long a server may take to end by itself once asked, in milliseconds. */
const gracePeriod = 5_000;

/** Starts a server. Its standard input stays open until this process ends, which tells the server to end too. */
export async function startServerProcess(
  command: string,
  args: readonly string[],
  options: CommandOptions,
): Promise<ServerProcess> {
  const child = spawn(command, args, { ...options, detached: true, stdio: ["pipe", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const closed = once(child, "close");
  await once(child, "spawn");
  const { pid } = child;
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    output: () => output,
    hasEnded,
    stop: async () => {
      if (pid === undefined || hasEnded()) return;
      signalGroup(pid, "SIGTERM");
      await Promise.race([closed, wait(gracePeriod, undefined, { ref: false })]);
      signalGroup(pid, "SIGKILL");
      await closed;
    },
  };
}

function signalGroup(leader: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-leader, signal);
  } catch (error) {
    // No such process: all of the group has ended.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
