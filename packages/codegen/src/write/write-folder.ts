import { type Diagnostic, error, hasError } from "../diagnostics/diagnostic.js";
import { applyChanges, isLeftover, sweep } from "./apply-changes.js";
import { lockName, withFolderLock } from "./folder-lock.js";
import { makeFolder } from "./make-folder.js";
import { notWritten } from "./not-written.js";
import { checkFolder, openFolder } from "./output-folder.js";
import { type Changes, planChanges } from "./plan-changes.js";

/** Says what writing files to a folder would change, and what is in the way. It writes nothing. */
export function previewFolder(root: string, files: ReadonlyMap<string, string>): Changes {
  const diagnostics = checkFolder(root);
  return hasError(diagnostics) ? { changes: [], diagnostics } : planChanges(files, openFolder(root));
}

/**
 * Brings a folder to these files. Where there is nothing to do, nothing is touched; where it cannot be done, a diagnostic
 * says why, and the folder holds whole files only.
 */
export async function writeFolder(root: string, files: ReadonlyMap<string, string>): Promise<Changes> {
  const preview = previewFolder(root, files);
  if (hasError(preview.diagnostics) || isAsWanted(root, preview)) return preview;
  try {
    makeFolder(root);
    // Another run may have written since: what is to be done is asked again by the one that may do it.
    return (await withFolderLock(root, () => writeNow(root, files))) ?? { changes: [], diagnostics: [occupied(root)] };
  } catch (cause) {
    return { changes: [], diagnostics: [notWritten(root, "written to", cause)] };
  }
}

/** Whether there is nothing to write, and nothing left by a run that was killed. */
function isAsWanted(root: string, { changes }: Changes): boolean {
  return changes.every(({ status }) => status === "unchanged") && !openFolder(root).list().some(isLeftover);
}

function writeNow(root: string, files: ReadonlyMap<string, string>): Changes {
  sweep(root);
  const planned = planChanges(files, openFolder(root));
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
