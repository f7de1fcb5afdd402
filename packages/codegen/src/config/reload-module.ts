import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { packageFile } from "../package-file.js";
import type { LoadedModule } from "./reload-worker.js";

/**
 * Runs a module that this process may have run before, and gives its default export. A thread of its own knows no module
 * yet: what the module imports is run again as well. It throws what the module throws.
 *
 * @param path - absolute.
 */
export async function reloadModule(path: string): Promise<unknown> {
  const worker = new Worker(packageFile("dist/config/reload-worker.js"), { workerData: path });
  try {
    const [loaded] = (await Promise.race([once(worker, "message"), endOf(worker)])) as [LoadedModule];
    if (loaded.ok) return loaded.value;
    throw loaded.cause;
  } finally {
    await worker.terminate();
  }
}

/** A module may end its thread before it has told anything. */
async function endOf(worker: Worker): Promise<never> {
  await once(worker, "exit");
  throw new Error("it ends the process");
}
