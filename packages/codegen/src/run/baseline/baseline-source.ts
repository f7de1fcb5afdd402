import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import { revisionAlone, revisionRefusal } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import { UsageError } from "../../usage-error.js";
import { throughLinks } from "./through-links.js";

const revisionForm = "A revision is git:REV, such as git:main.";

/** What chains are compared with: a revision of the repository, or a folder with signature documents. */
export interface BaselineSource {
  /** As the user wrote it. */
  readonly name: string;
  /** The files of the baseline. Paths start at the current folder. */
  readonly host: SourceHost;
  /** None where it is a folder. */
  readonly revision?: string;
}

/** A baseline, or why there is none. */
export type BaselineOpening =
  | { readonly ok: true; readonly baseline: BaselineSource }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/**
 * Opens what `--check-breaking` names.
 *
 * @throws UsageError where it is neither `git:REV` nor a folder.
 */
export function openBaseline(name: string): BaselineOpening {
  if (!name.startsWith("git:")) return { ok: true, baseline: folderSource(name, diskHost(process.cwd())) };
  const revision = revisionAlone(name);
  if (revision !== undefined) return openRevision(revision);
  throw new UsageError("--check-breaking is git:REV, such as git:origin/main, or a folder of signature documents.");
}

/** Opens a revision of the repository. */
export function openRevision(revision: string): BaselineOpening {
  const name = `git:${revision}`;
  const opened = diskHost(process.cwd()).at(revision);
  if (opened.ok) return { ok: true, baseline: { name, host: throughLinks(opened.host), revision } };
  return { ok: false, diagnostic: revisionRefusal(revision, name, opened.reason) };
}

function folderSource(folder: string, host: SourceHost): BaselineSource {
  if (host.list(folder).length > 0) return { name: folder, host };
  const isRevision = host.at(folder).ok;
  const hint = isRevision ? `: for the revision of this name, say git:${folder}.` : `. ${revisionForm}`;
  throw new UsageError(`--check-breaking: ${folder} is not a folder, or is empty${hint}`);
}
