import { chmodSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { lockName } from "./folder-lock.js";
import { makeFolder } from "./make-folder.js";
import { manifestName } from "./manifest.js";
import { notWritten } from "./not-written.js";
import type { Changes } from "./plan-changes.js";

/** Readable for everybody, whatever the umask. */
const fileMode = 0o644;
const temporaryName = /^\.typed-chains-\d+-\d+\.tmp$/;

/**
 * Carries out changes. Every text is written to the folder before the first is moved to its place: nobody ever reads half
 * of a file, and where a disk is full, nothing has changed. Only one run at a time may be in a folder.
 */
export function applyChanges(root: string, planned: Omit<Changes, "diagnostics">): readonly Diagnostic[] {
  const steps = stepsOf(planned).map(({ path, text }) => ({ file: join(root, path), text }));
  const staged: (string | undefined)[] = [];
  let current = root;
  try {
    for (const { file, text } of steps) {
      current = file;
      makeFolder(dirname(file));
      staged.push(text === undefined ? undefined : stage(root, text, staged.length));
    }
    for (const [index, { file }] of steps.entries()) {
      current = file;
      const from = staged[index];
      if (from === undefined) rmSync(file);
      else renameSync(from, file);
    }
    return [];
  } catch (cause) {
    return [notWritten(current, "written", cause)];
  } finally {
    for (const path of staged) if (path !== undefined) rmSync(path, { force: true });
  }
}

/** A file to write, or to remove where it has no text. */
interface Step {
  readonly path: string;
  readonly text?: string | undefined;
}

/** The manifest is written first where it has to name new files, and last in any case. */
function stepsOf({ changes, provisionalManifest }: Omit<Changes, "diagnostics">): readonly Step[] {
  const first = provisionalManifest === undefined ? [] : [{ path: manifestName, text: provisionalManifest }];
  return [...first, ...changes.filter(({ status }) => status !== "unchanged")];
}

/** Removes what runs left behind that were killed while they wrote. */
export function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (temporaryName.test(name)) rmSync(join(folder, name), { force: true });
  }
}

/** Whether a run that was killed may have left a file of this name. */
export function isLeftover(name: string): boolean {
  return temporaryName.test(name) || name === lockName;
}

function stage(root: string, text: string, index: number): string {
  const temporary = join(root, `.typed-chains-${process.pid}-${index}.tmp`);
  try {
    writeFileSync(temporary, text, { mode: fileMode });
    chmodSync(temporary, fileMode);
    return temporary;
  } catch (cause) {
    rmSync(temporary, { force: true });
    throw cause;
  }
}
