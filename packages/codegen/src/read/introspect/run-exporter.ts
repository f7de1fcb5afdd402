import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageFile } from "../../package-file.js";
import { holdSignals } from "./hold-signals.js";
import { type ProcessLimits, type ProcessRun, runProcess } from "./run-process.js";

/** What the exporter is asked. */
export interface ExporterRequest {
  /** The path of the chain's module. */
  readonly source: string;
  /** The entrypoint's class, where the module does not say which. */
  readonly entrypoint: string | undefined;
  /** Further folders where imports are looked up. */
  readonly roots: readonly string[];
}

/** What an interpreter made of the exporter, and its report. */
export interface ExporterRun {
  readonly interpreter: string;
  readonly run: ProcessRun;
  /** Left out where the exporter did not begin: whatever ran is no Python. */
  readonly report?: Uint8Array;
}

/** A folder that Python runs: it holds `__main__.py`. */
const exporter = packageFile("python");

/**
 * Runs the exporter for a source. Its report is a file of its own, in a folder that is then removed, because the user's
 * code may print whatever it likes.
 */
export async function runExporter(
  interpreter: string,
  request: ExporterRequest,
  limits: Omit<ProcessLimits, "signal">,
): Promise<ExporterRun> {
  const folder = await makeFolder();
  if (!folder.ok) return { interpreter, run: { kind: "not-started", isMissing: false, reason: folder.reason } };
  const held = holdSignals();
  try {
    const file = join(folder.path, "report.json");
    const run = await runProcess(interpreter, [exporter, JSON.stringify({ ...request, report: file })], {
      ...limits,
      signal: held.signal,
    });
    const report = await readFile(file).catch(() => undefined);
    return { interpreter, run, ...(report === undefined ? {} : { report }) };
  } finally {
    await rm(folder.path, { recursive: true, force: true });
    held.release();
  }
}

type MadeFolder = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly reason: string };

async function makeFolder(): Promise<MadeFolder> {
  try {
    return { ok: true, path: await mkdtemp(join(tmpdir(), "typed-chains-")) };
  } catch (cause) {
    return { ok: false, reason: `no temporary folder can be made: ${String(cause)}` };
  }
}
