import { readdirSync, readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { ReadResult, SourceHost } from "../source-host.js";

/** A host that reads the disk. Relative paths start at `root`, a folder. */
export function diskHost(root: string): SourceHost {
  return {
    read: (path) => readDisk(resolve(root, path)),
    exists: (path) => statSync(resolve(root, path), { throwIfNoEntry: false })?.isFile() ?? false,
    list: (path) => listFolder(resolve(root, path)),
  };
}

function readDisk(path: string): ReadResult {
  try {
    return { ok: true, bytes: readFileSync(path) };
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, reason: "missing" };
    if (code === "EISDIR") return { ok: false, reason: "not-a-file" };
    return { ok: false, reason: "unreadable", detail: code };
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    // A folder that cannot be listed holds nothing that could be read.
    return [];
  }
}

function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
}
