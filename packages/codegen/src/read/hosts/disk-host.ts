import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { errorCode } from "../../error-code.js";
import type { ReadResult, RevisionOpening, SourceHost } from "../source-host.js";
import { openGitHost } from "./git-host.js";

/** A host that reads the disk. Relative paths start at `root`, a folder. */
export function diskHost(root: string): SourceHost {
  const revisions = new Map<string, RevisionOpening>();
  return {
    read: (path) => readDisk(resolve(root, path)),
    exists: (path) => isFile(resolve(root, path)),
    list: (path) => listFolder(resolve(root, path)),
    at: (revision) => {
      const opened = revisions.get(revision) ?? openGitHost(root, revision);
      revisions.set(revision, opened);
      return opened;
    },
    realPath: (path) => realPath(resolve(root, path)),
  };
}

function readDisk(path: string): ReadResult {
  try {
    // A pipe or a device may never end, and reading it would never return.
    if (!statSync(path).isFile()) return { ok: false, reason: "not-a-file" };
    return { ok: true, bytes: readFileSync(path) };
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return { ok: false, reason: "missing" };
    return { ok: false, reason: "unreadable", detail: code };
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // What cannot be looked at is not there: a name that is too long, one below a file, a circle of links.
    return false;
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

function realPath(path: string): string | undefined {
  try {
    return realpathSync.native(path).replaceAll(sep, "/");
  } catch {
    // As above: what cannot be looked at is not there.
    return undefined;
  }
}
