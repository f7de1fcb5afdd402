import { hasError } from "../diagnostics/diagnostic.js";
import { previewFolder } from "../write/write-folder.js";
import type { GeneratedRun } from "./generate-runs.js";
import type { RunResult } from "./run-result.js";

/** Says what writing generated clients would change. It writes nothing. */
export function previewRuns(generated: readonly GeneratedRun[]): readonly RunResult[] {
  return generated.map(previewRun);
}

/** Says what writing one client would change: nothing where there is an error. */
export function previewRun({ run: { out, config }, client }: GeneratedRun): RunResult {
  const preview = previewFolder(out, { files: client.files, config });
  const diagnostics = [...client.diagnostics, ...preview.diagnostics];
  return { out, changes: hasError(diagnostics) ? [] : preview.changes, diagnostics };
}
