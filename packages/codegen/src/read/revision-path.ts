import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import type { SourceReading } from "./read-result.js";
import type { RevisionOpening, SourceHost } from "./source-host.js";

/** A path in a revision of the repository: `git:REV:path`. */
export interface RevisionPath {
  readonly revision: string;
  readonly path: string;
}

/** The parts of `git:REV:path`; `undefined` for a path of the host itself. */
export function revisionPathOf(path: string): RevisionPath | undefined {
  const [, revision, inside] = /^git:([^:]+):(.+)$/s.exec(path) ?? [];
  return revision === undefined || inside === undefined ? undefined : { revision, path: inside };
}

/** The revision that `git:REV` names, without a path; `undefined` for anything else. */
export function revisionAlone(text: string): string | undefined {
  return /^git:([^:]+)$/s.exec(text)?.[1];
}

/** The path itself, whatever revision it is of. */
export function pathItself(path: string): string {
  return revisionPathOf(path)?.path ?? path;
}

/** Reads a source of a revision; whatever is said of a file names the revision with it. */
export function readAtRevision(
  host: SourceHost,
  at: RevisionPath,
  read: (host: SourceHost, path: string) => SourceReading,
): SourceReading {
  const whole = (path: string): string => `git:${at.revision}:${path}`;
  const opened = host.at(at.revision);
  if (!opened.ok) return { diagnostics: [revisionRefusal(at.revision, whole(at.path), opened.reason)], filesRead: [] };
  const reading = read(opened.host, at.path);
  const diagnostics = reading.diagnostics.map(({ location, ...others }) => {
    return location === undefined ? others : { ...others, location: { ...location, file: whole(location.file) } };
  });
  return { ...reading, diagnostics, filesRead: reading.filesRead.map(whole) };
}

/** Refuses a path that begins as one of a revision, and does not name a file in it. */
export function incompleteRevision(path: string): Diagnostic {
  return error("TC106", `${path} names no file of a revision`, {
    location: { file: path },
    help: "give git:REV:path, such as git:main:chain.py; the path starts at the current folder",
  });
}

type Reason = Extract<RevisionOpening, { readonly ok: false }>["reason"];

const refusals: Readonly<Record<Reason, readonly [message: string, help: string]>> = {
  "no-git": ["git cannot be run", "install git, or give a file on disk"],
  "no-repository": ["the current folder is not in a git repository", "run it inside the repository"],
  "no-revision": [
    "the repository has no such revision",
    "give a branch, a tag or a commit that has been fetched: a shallow clone, as in CI, has one commit only",
  ],
};

/** Says why a revision cannot be read. */
export function revisionRefusal(revision: string, file: string, reason: Reason): Diagnostic {
  const [message, help] = refusals[reason];
  return error("TC106", `The revision ${revision} cannot be read: ${message}`, { location: { file }, help });
}
