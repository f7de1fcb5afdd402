import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "../error-code.js";

/** The name of the file that says that a run is writing to its folder. */
export const lockName = ".typed-chains.lock";

/** How often a lock is tried, how long at most, and how long it may be without the name of its owner. */
const pollMs = 50;
const patienceMs = 30_000;
const namelessMs = 1_000;

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
  const file = create(path);
  if (file === undefined) return false;
  try {
    writeSync(file, owner);
    return true;
  } catch (cause) {
    // The disk is full: what could be made of it is no lock.
    rmSync(path, { force: true });
    throw cause;
  } finally {
    closeSync(file);
  }
}

function create(path: string): number | undefined {
  try {
    return openSync(path, "wx");
  } catch (cause) {
    if (errorCode(cause) === "EEXIST") return undefined;
    throw cause;
  }
}

/**
 * Whether the process that holds the lock has ended; on another machine, nobody here can tell. A lock that has no owner
 * for so long was taken by a process that was killed before it could write its name.
 */
function isAbandoned(path: string): boolean {
  try {
    const [pid = "", host] = readFileSync(path, "utf8").trimEnd().split("@");
    if (pid === "") return Date.now() - statSync(path).mtimeMs > namelessMs;
    return host === hostname() && /^\d+$/.test(pid) && !isRunning(Number(pid));
  } catch {
    // Given back in the meantime.
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return errorCode(cause) === "EPERM";
  }
}

/** What a run is told whose lock another one is just moving away: Windows says that it is not permitted, or busy. */
const movedByAnother: ReadonlySet<string> = new Set(["ENOENT", "EPERM", "EBUSY"]);

/** Of several runs that find it abandoned, one moves it away: the others find it gone. */
function discard(path: string): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (cause) {
    if (movedByAnother.has(errorCode(cause))) return;
    throw cause;
  }
  rmSync(aside, { force: true });
}
