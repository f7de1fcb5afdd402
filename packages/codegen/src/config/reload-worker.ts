import { parentPort, workerData } from "node:worker_threads";
import { loadModule } from "./load-module.js";
import { unended } from "./unended.js";

/** What came of running a module. */
export type LoadedModule =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly cause: unknown };

parentPort?.postMessage(await loaded(String(workerData)));

async function loaded(path: string): Promise<LoadedModule> {
  try {
    return { ok: true, value: sendable(await unended(async () => await loadModule(path))) };
  } catch (cause) {
    return { ok: false, cause: cause instanceof Error ? cause : String(cause) };
  }
}

/** A config is plain data. A function in it is sent as its text, and told as what it is not where the config is checked. */
function sendable(value: unknown): unknown {
  const text = JSON.stringify(value, (_key, inner: unknown) => (typeof inner === "function" ? String(inner) : inner));
  return text === undefined ? undefined : (JSON.parse(text) as unknown);
}
