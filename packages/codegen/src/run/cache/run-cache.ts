import { join, resolve } from "node:path";
import { isIntrospected } from "../../chain-source.js";
import { type Diagnostic, hasError } from "../../diagnostics/diagnostic.js";
import { sha256 } from "../../hash.js";
import type { Observation } from "../../read/hosts/recording-host.js";
import type { SourceHost } from "../../read/source-host.js";
import { isLeftover } from "../../write/apply-changes.js";
import { hashText } from "../../write/manifest.js";
import { openFolder } from "../../write/output-folder.js";
import type { GeneratedRun } from "../generate-runs.js";
import { mapAsEntries } from "../map-as-entries.js";
import type { GenerateRun } from "../resolve/resolve-runs.js";
import type { RunResult, SettledRun } from "../run-result.js";
import { stillHolding } from "../still-holding.js";
import { keepText, readKept } from "./kept-text.js";

/** What is known of runs that have been generated before. */
export interface RunCache {
  /** What generating a run comes to where neither its sources nor its files have changed since. */
  find(run: GenerateRun): SettledRun | undefined;
  /** Keeps what a run came to, if its files are as it wants them. */
  keep(generated: GeneratedRun, result: RunResult): void;
}

/** What is kept of a run: everything it depends on, and what it came to. */
interface KeptRun {
  /** What was asked for, of which generator. */
  readonly key: string;
  readonly observations: readonly Observation[];
  readonly diagnostics: readonly Diagnostic[];
  /** The files that are generated, with their hashes. */
  readonly files: readonly (readonly [path: string, hash: string])[];
  /** Files that are the user's now, and would be generated if they were gone. */
  readonly yielded: readonly (readonly [path: string, hash: string])[];
}

/**
 * Opens the cache of unchanged runs. Nothing of it is trusted but hashes: a run is unchanged where all that was read for it
 * reads the same, and all that was written is still there.
 *
 * @param folder - where it is kept.
 * @param generator - what tells this generator from any other that gives other files.
 */
export function openRunCache(host: SourceHost, folder: string, generator: string): RunCache {
  const holds = stillHolding(host);
  return {
    find(run) {
      const text = readKept(fileOf(folder, run));
      // It is whole, and so it is what `keep` wrote.
      const kept = text === undefined ? undefined : (JSON.parse(text) as KeptRun);
      if (kept?.key !== keyOf(run, generator)) return undefined;
      if (!kept.observations.every(holds) || !isInPlace(run, kept)) return undefined;
      return { result: resultOf(run, kept), observations: kept.observations, filesRead: ownFilesRead(run) };
    },
    keep(generated, result) {
      const kept = keptOf(generated, result, generator);
      if (kept !== undefined) keepText(fileOf(folder, generated.run), JSON.stringify(kept));
    },
  };
}

/** There is one file for each folder that is written to, so that the cache does not grow with every change. */
function fileOf(folder: string, { out }: GenerateRun): string {
  return join(folder, `${sha256(resolve(out))}.json`);
}

function keyOf(run: GenerateRun, generator: string): string {
  // Paths in it start at the current folder.
  return sha256(JSON.stringify([generator, process.cwd(), run], mapAsEntries));
}

function isInPlace({ out }: GenerateRun, { files, yielded }: KeptRun): boolean {
  const folder = openFolder(out);
  if (folder.list().some(isLeftover)) return false;
  return [...files, ...yielded].every(([path, before]) => {
    const text = folder.read(path);
    return text !== undefined && hashText(text) === before;
  });
}

function resultOf({ out }: GenerateRun, { files, diagnostics }: KeptRun): RunResult {
  return { out, changes: files.map(([path]) => ({ path, status: "unchanged" })), diagnostics };
}

/** What a run both reads and writes is in place, and no longer among what it observed. */
function ownFilesRead({ out, package: named }: GenerateRun): readonly string[] {
  return named === undefined ? [] : [`${out}/package.json`];
}

/** Nothing is kept of a run whose files are not as it wants them, or that depends on more than files. */
function keptOf(
  { run, client, recording }: GeneratedRun,
  { changes, diagnostics }: RunResult,
  generator: string,
): KeptRun | undefined {
  const isRunByPython = run.requests.some(({ source }) => isIntrospected(source));
  if (isRunByPython || !recording.isRepeatable || client.files.size === 0 || hasError(diagnostics)) return undefined;
  const files = changes.flatMap(({ path, text }) => (text === undefined ? [] : [[path, hashText(text)] as const]));
  const written = new Set(files.map(([path]) => path));
  const folder = openFolder(run.out);
  const yielded = [...client.files.keys()]
    .filter((path) => !written.has(path))
    .map((path) => [path, hashText(folder.read(path) ?? "")] as const);
  const own = new Set([...written].map((path) => `${run.out}/${path}`));
  return {
    key: keyOf(run, generator),
    // What a package says of itself is both read and written: its hash as a file stands for both.
    observations: recording.observations.filter(({ path }) => !own.has(path)),
    diagnostics: client.diagnostics,
    files,
    yielded,
  };
}
