import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The name of the file that says that a run is writing to its folder. */
export const lockName = ".typed-chains.lock";

const pollMs = 50;
const patienceMs = 30_000;

/**
 * Does something while no other run writes to the folder. A lock whose process is gone counts for nothing.
 *
 * @returns What it came to, or nothing where another run held the folder for half a minute.
 */
export async function withFolderLock<T>(folder: string, act: () => T): Promise<T | undefined> {
  const path = join(folder, lockName);
  const owner = `${process.pid}@${hostname()}\n`;
  for (let waited = 0; !take(path, owner); waited += pollMs) {
    if (waited >= patienceMs) return undefined;
    if (isAbandoned(path)) discard(path);
    else await pause(pollMs);
  }
  try {
    return act();
  } finally {
    rmSync(path, { force: true });
  }
}

function take(path: string, owner: string): boolean {
  try {
    writeFileSync(path, owner, { flag: "wx" });
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "EEXIST") return false;
    throw cause;
  }
}

/** Whether the process that holds the lock has ended. On another machine, nobody here can tell. */
function isAbandoned(path: string): boolean {
  const [pid = "", host] = readOwner(path).trimEnd().split("@");
  return host === hostname() && /^\d+$/.test(pid) && !isRunning(Number(pid));
}

function readOwner(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // Given back in the meantime.
    return "";
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && "code" in cause && cause.code === "EPERM";
  }
}

/** Of several runs that find it abandoned, one moves it away: the others find it gone. */
function discard(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
}
