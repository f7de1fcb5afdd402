import { hasError } from "../../diagnostics/diagnostic.js";
import { manifestName } from "../../write/manifest.js";
import { openFolder } from "../../write/output-folder.js";
import { previewFolder } from "../../write/write-folder.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { RunResult } from "../run-result.js";
import { leftoverProblems } from "./edited-leftovers.js";
import { ignoreRules } from "./ignored-paths.js";
import { outdatedProblem } from "./outdated-problem.js";
import { patchOf } from "./patch-of.js";

/**
 * Compares generated clients with what is in their folders: whatever is missing, out of date or no longer generated is a
 * problem. It writes nothing. Line ends do not count.
 *
 * @param command - brings the folders up to date.
 */
export async function checkRuns(generated: readonly GeneratedRun[], command: string): Promise<readonly RunResult[]> {
  return await Promise.all(generated.map(async (run) => await checkRun(run, command)));
}

async function checkRun({ run: { out, config }, client }: GeneratedRun, command: string): Promise<RunResult> {
  const preview = previewFolder(out, { files: client.files, config });
  const before = [...client.diagnostics, ...preview.diagnostics];
  // A client that could not be generated has no files, and says nothing of those that are there.
  if (client.files.size === 0 || hasError(preview.diagnostics)) {
    return { out, changes: [], diagnostics: before, patch: "" };
  }
  const folder = openFolder(out);
  const changed = preview.changes.filter(({ status }) => status !== "unchanged");
  // The manifest follows from the files: by itself it is a problem only where it is the only one.
  const files = changed.filter(({ path }) => path !== manifestName);
  const problems = files.length > 0 ? files : changed;
  // As a patch that is applied, all of them bring the folder up to date.
  const patches = await Promise.all(changed.map(async (change) => await patchOf(folder, change)));
  const missing = problems.flatMap(({ status, path }) => (status === "created" ? [folder.pathOf(path)] : []));
  const ignored = missing.length === 0 ? undefined : ignoreRules(missing);
  const outdated = problems.map((change) => {
    const file = folder.pathOf(change.path);
    return outdatedProblem(change, file, command, ignored?.get(file));
  });
  const leftovers = leftoverProblems("error", out, preview.changes);
  return {
    out,
    changes: preview.changes,
    diagnostics: [...before, ...outdated, ...leftovers],
    patch: patches.join(""),
  };
}
