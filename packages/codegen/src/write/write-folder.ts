import { type Diagnostic, error, hasError } from "../diagnostics/diagnostic.js";
import { applyChanges, isLeftover, sweep } from "./apply-changes.js";
import { lockName, withFolderLock } from "./folder-lock.js";
import { makeFolder } from "./make-folder.js";
import { notWritten } from "./not-written.js";
import { otherConfigProblems } from "./other-config.js";
import { checkFolder, openFolder } from "./output-folder.js";
import { type Changes, type ClientFiles, planChanges } from "./plan-changes.js";

/** Says what writing files to a folder would change, and what is in the way. It writes nothing. */
export function previewFolder(root: string, client: ClientFiles): Changes {
  // What could not be generated, or is gone, takes nothing from another config.
  const ofOthers = client.files.size === 0 ? [] : otherConfigProblems(root, client.config);
  const diagnostics = [...checkFolder(root), ...ofOthers];
  return hasError(diagnostics) ? { changes: [], diagnostics } : planChanges(client, openFolder(root));
}

/**
 * Brings a folder to these files. Where there is nothing to do, nothing is touched; where it cannot be done, a diagnostic
 * says why, and the folder holds whole files only.
 */
export async function writeFolder(root: string, client: ClientFiles): Promise<Changes> {
  const preview = previewFolder(root, client);
  if (hasError(preview.diagnostics) || isAsWanted(root, preview)) return preview;
  try {
    makeFolder(root);
    // Another run may have written since: what is to be done is asked again by the one that may do it.
    return (await withFolderLock(root, () => writeNow(root, client))) ?? { changes: [], diagnostics: [occupied(root)] };
  } catch (cause) {
    return { changes: [], diagnostics: [notWritten(root, "written to", cause)] };
  }
}

/** Whether there is nothing to write, and nothing left by a run that was killed. */
function isAsWanted(root: string, { changes }: Changes): boolean {
  return changes.every(({ status }) => status === "unchanged") && !openFolder(root).list().some(isLeftover);
}

function writeNow(root: string, client: ClientFiles): Changes {
  sweep(root);
  const planned = previewFolder(root, client);
  if (hasError(planned.diagnostics)) return { changes: [], diagnostics: planned.diagnostics };
  const failures = applyChanges(root, planned);
  return { changes: failures.length > 0 ? [] : planned.changes, diagnostics: [...planned.diagnostics, ...failures] };
}

function occupied(root: string): Diagnostic {
  return error("TC404", `another run is writing to ${root}`, {
    location: { file: root },
    help: `wait until it has ended; if none is running, delete ${openFolder(root).pathOf(lockName)}`,
  });
}
