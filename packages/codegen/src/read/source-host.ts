/** The result of reading one file: its bytes, or why there are none. `detail` is the system's own code, such as `EACCES`. */
export type ReadResult =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "missing" | "not-a-file" | "unreadable"; readonly detail?: string };

/** A host for a revision of the repository, or why there is none. */
export type RevisionOpening =
  | { readonly ok: true; readonly host: SourceHost }
  | { readonly ok: false; readonly reason: "no-git" | "no-repository" | "no-revision" };

/**
 * Where sources come from: the disk, a git revision or memory. Readers know nothing else about the machine.
 *
 * Paths have `/` and are relative to the host's root, or absolute.
 */
export interface SourceHost {
  /** Reads a file. */
  read(path: string): ReadResult;
  /** Whether there is a file of this name. */
  exists(path: string): boolean;
  /** The names in a folder, sorted; empty where there is none. */
  list(path: string): readonly string[];
  /** The path of a file or folder without links and `..`; `undefined` where there is none. */
  realPath(path: string): string | undefined;
  /** The same files as they were in a revision. */
  at(revision: string): RevisionOpening;
}
