import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A server in a process of its own. */
export interface BenchServer {
  /** The base URL of a chain that answers so. */
  at(answer: string): string;
  stop(): void;
}

/** Starts the server, which ends with this process at the latest. */
export async function startServer(): Promise<BenchServer> {
  const child = fork(fileURLToPath(new URL("server.js", import.meta.url)), { execArgv: [] });
  const [port] = (await once(child, "message")) as [number];
  return { at: (answer) => `http://127.0.0.1:${port}/${answer}`, stop: () => void child.disconnect() };
}
