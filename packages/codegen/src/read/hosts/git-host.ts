import { spawnSync } from "node:child_process";
import { posix } from "node:path";
import type { ReadResult, RevisionOpening, SourceHost } from "../source-host.js";

/** Files by their path in the repository, with the names of their contents; folders with the names in them. */
interface Tree {
  readonly files: ReadonlyMap<string, string>;
  readonly folders: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Opens a host that reads the files of a revision, without checking it out. Relative paths start at `root`, as on disk;
 * absolute ones at the top of the repository. Symbolic links and submodules are not followed.
 */
export function openGitHost(root: string, revision: string): RevisionOpening {
  const prefix = git(root, "rev-parse", "--show-prefix");
  if (prefix === undefined) return { ok: false, reason: "no-git" };
  if (prefix.status !== 0) return { ok: false, reason: "no-repository" };
  const commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{tree}`);
  const listing = commit && git(root, "ls-tree", "-r", "-z", "--full-tree", text(commit).trim());
  if (listing === undefined || listing.status !== 0) return { ok: false, reason: "no-revision" };
  return { ok: true, host: hostOf(root, text(prefix).trim(), treeOf(text(listing))) };
}

function hostOf(root: string, prefix: string, { files, folders }: Tree): SourceHost {
  const inTree = (path: string): string => {
    const full = posix.isAbsolute(path) ? path : `/${prefix}/${path}`;
    return posix.normalize(full).replace(/^\/|\/$/g, "");
  };
  const contents = new Map<string, Uint8Array>();
  const read = (path: string): ReadResult => {
    const id = files.get(inTree(path));
    if (id === undefined) return { ok: false, reason: folders.has(inTree(path)) ? "not-a-file" : "missing" };
    const known = contents.get(id);
    if (known !== undefined) return { ok: true, bytes: known };
    const content = git(root, "cat-file", "blob", id);
    if (content?.status !== 0) return { ok: false, reason: "unreadable", detail: "git cat-file failed" };
    contents.set(id, content.stdout);
    return { ok: true, bytes: content.stdout };
  };
  return {
    read,
    exists: (path) => files.has(inTree(path)),
    list: (path) => [...(folders.get(inTree(path)) ?? [])].sort(),
    at: (revision) => openGitHost(root, revision),
    realPath: (path) => (files.has(inTree(path)) || folders.has(inTree(path)) ? `/${inTree(path)}` : undefined),
  };
}

/** Reads what `git ls-tree -z` prints: mode, kind, name of the content, a tab, path. */
function treeOf(listing: string): Tree {
  const files = new Map<string, string>();
  // What is at the top is a project, as a folder with `.git` is on disk.
  const folders = new Map<string, Set<string>>([
    ["", new Set([".git"])],
    [".git", new Set()],
  ]);
  for (const [, mode = "", id = "", path = ""] of listing.matchAll(/(\d+) \w+ (\w+)\t([^\0]*)\0/g)) {
    if (!mode.startsWith("100")) continue;
    files.set(path, id);
    addToFolders(path, folders);
  }
  return { files, folders };
}

function addToFolders(path: string, folders: Map<string, Set<string>>): void {
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, Math.max(slash, 0));
  const names = folders.get(folder);
  if (names !== undefined) {
    names.add(path.slice(slash + 1));
    return;
  }
  folders.set(folder, new Set([path.slice(slash + 1)]));
  addToFolders(folder, folders);
}

interface GitOutput {
  readonly status: number | null;
  readonly stdout: Buffer;
}

/** Runs git without a shell; `undefined` where there is no git. */
function git(folder: string, ...args: readonly string[]): GitOutput | undefined {
  const { error, status, stdout } = spawnSync("git", args, { cwd: folder, maxBuffer: Number.POSITIVE_INFINITY });
  return error === undefined ? { status, stdout } : undefined;
}

function text({ stdout }: GitOutput): string {
  return stdout.toString("utf8");
}
