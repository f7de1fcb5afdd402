import { diskHost } from "../../read/hosts/disk-host.js";
import { revisionRefusal } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import { UsageError } from "../../usage-error.js";

/** What clients are compared with: a revision of the repository, or a folder with signature documents. */
export interface BaselineSource {
  /** As the user wrote it. */
  readonly name: string;
  /** The files of the baseline. Paths start at the current folder. */
  readonly host: SourceHost;
  /** None where it is a folder. */
  readonly revision?: string;
}

/**
 * Opens what `--check-breaking` names.
 *
 * @throws UsageError where it is neither a revision that can be read nor a folder.
 */
export function baselineSource(name: string): BaselineSource {
  const here = diskHost(process.cwd());
  if (!name.startsWith("git:")) return folderSource(name, here);
  const revision = name.slice("git:".length);
  if (revision === "" || revision.includes(":")) {
    throw new UsageError("--check-breaking is git:REV, such as git:origin/main, or a folder of signature documents.");
  }
  const opened = here.at(revision);
  if (opened.ok) return { name, host: opened.host, revision };
  const { message, help = "" } = revisionRefusal(revision, name, opened.reason);
  throw new UsageError(`--check-breaking: ${message}; ${help}.`);
}

function folderSource(folder: string, host: SourceHost): BaselineSource {
  if (host.list(folder).length > 0) return { name: folder, host };
  throw new UsageError(`--check-breaking: ${folder} is no folder, or an empty one.`);
}
