import { hasError } from "../diagnostics/diagnostic.js";
import { writeFolder } from "../write/write-folder.js";
import { leftoverProblems } from "./check/edited-leftovers.js";
import type { GeneratedRun } from "./generate-runs.js";
import { previewRun } from "./preview-runs.js";
import type { RunResult } from "./run-result.js";

/** Writes generated clients to their folders. A folder with an error stays as it is, and the others are written. */
export async function writeRuns(generated: readonly GeneratedRun[]): Promise<readonly RunResult[]> {
  const written: RunResult[] = [];
  for (const run of generated) written.push(await writeRun(run));
  return written;
}

async function writeRun(generated: GeneratedRun): Promise<RunResult> {
  const { run, client } = generated;
  // What is wrong with the folder is said together with what is wrong with the sources.
  if (hasError(client.diagnostics)) return previewRun(generated);
  const { changes, diagnostics } = await writeFolder(run.out, { files: client.files, config: run.config });
  const before = [...client.diagnostics, ...diagnostics];
  if (hasError(diagnostics)) return { out: run.out, changes: [], diagnostics: before };
  return { out: run.out, changes, diagnostics: [...before, ...leftoverProblems("warning", run.out, changes)] };
}
