import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { FileChange } from "./file-change.js";
import {
  hashesOf,
  hashText,
  isWritten,
  manifestName,
  manifestText,
  parseManifests,
  type Written,
  writtenIn,
} from "./manifest.js";
import type { OutputFolder } from "./output-folder.js";
import { isGenerated, isShared, isYielded } from "./ownership.js";

/** What a run would do to a folder, and what forbids it. */
export interface Changes {
  /** In the order in which they are carried out: the manifest comes last. */
  readonly changes: readonly FileChange[];
  readonly diagnostics: readonly Diagnostic[];
  /**
   * The manifest to write before anything else, where there are new files: a run that is killed half way has named all
   * that it made, so that a later run can remove it.
   */
  readonly provisionalManifest?: string;
}

/** The files of a client. */
export interface ClientFiles {
  readonly files: ReadonlyMap<string, string>;
  /** The config that names their folder, as it is seen from there. */
  readonly config?: string | undefined;
}

/**
 * Compares the files of a client with what is in its folder. A file is removed only where an earlier run wrote it and
 * nobody has changed it since; a file that is not ours is never overwritten.
 */
export function planChanges({ files: wanted, config }: ClientFiles, folder: OutputFolder): Changes {
  const manifests = parseManifests(folder.read(manifestName) ?? "");
  const before = writtenIn(manifests);
  const files = new Map([...wanted].filter(([path, text]) => !isYielded(path, text, before, folder)));
  const written = [...files].map(([path, text]) => compare(path, text, folder));
  const stale = [...before.paths].filter((path) => isStale(path, before, files, folder));
  const removed = stale.map((path): FileChange => ({ path, status: "removed" }));
  const diagnostics = written
    .filter(({ path, status }) => status === "changed" && isForeign(path, before, folder))
    .map(({ path }) => foreign(path, folder));
  const next = hashesOf(new Map([...files].filter(([path]) => !isShared(path))));
  const changes = [...written, ...removed, compare(manifestName, manifestText({ config, files: next }), folder)];
  if (!written.some(({ status }) => status === "created")) return { changes, diagnostics };
  const all = new Map([...next, ...manifests.flatMap((side) => [...side.files])]);
  return { changes, diagnostics, provisionalManifest: manifestText({ config, files: all }) };
}

function compare(path: string, text: string, folder: OutputFolder): FileChange {
  const before = folder.read(path);
  if (before === undefined) return { path, status: "created", text };
  return { path, status: hashText(before) === hashText(text) ? "unchanged" : "changed", text };
}

function isStale(path: string, { hashes }: Written, files: ReadonlyMap<string, string>, folder: OutputFolder): boolean {
  // A manifest is a file like any other: what it names may lead out of the folder.
  if (files.has(path) || isShared(path) || !isInside(path)) return false;
  const text = folder.read(path);
  return text !== undefined && isWritten(text, hashes);
}

function isInside(path: string): boolean {
  return path.split("/").every((part) => /^\w[\w.-]*$/.test(part));
}

function isForeign(path: string, { paths }: Written, folder: OutputFolder): boolean {
  if (isShared(path)) return false;
  const text = folder.read(path);
  return text !== undefined && !paths.has(path) && !isGenerated(text);
}

function foreign(path: string, folder: OutputFolder): Diagnostic {
  return error("TC403", `${path} already exists, but typed-chains did not write it`, {
    location: { file: folder.pathOf(path) },
    help: "move it away, choose another folder with --out, or another name with --name",
  });
}
