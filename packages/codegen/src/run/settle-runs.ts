import type { SourceHost } from "../read/source-host.js";
import type { VersionOptions } from "./baseline/check-versions.js";
import type { RunBuilding } from "./build-run.js";
import type { RunCache } from "./cache/run-cache.js";
import type { GeneratedRun } from "./generate-runs.js";
import type { GenerateRun } from "./resolve/resolve-runs.js";
import type { RunResult, SettledRun } from "./run-result.js";
import { keepHeapSmall } from "./small-heap.js";

/** What is done with the clients of runs. */
export type RunMode =
  | { readonly kind: "write" }
  | { readonly kind: "preview" }
  /** @param command - brings the folders up to date. */
  | { readonly kind: "check"; readonly command: string };

/** How runs are settled. */
export interface SettleOptions extends RunBuilding {
  readonly mode: RunMode;
  /** What is asked of versions, where anything is. It needs all clients, changed or not. */
  readonly versions?: VersionOptions | undefined;
  readonly cache?: RunCache | undefined;
  /** Called before anything is generated. @param total - the number of chains. */
  readonly onBegin: (total: number) => void;
}

/**
 * Generates what has changed since it was generated last, and writes it or says what that would do. The order is kept;
 * clients that are gone follow.
 */
export async function settleRuns(
  host: SourceHost,
  runs: readonly GenerateRun[],
  options: SettleOptions,
): Promise<readonly SettledRun[]> {
  const settled = new Map<string, SettledRun>();
  for (const unchanged of await unchangedRuns(runs, options)) settled.set(unchanged.result.out, unchanged);
  const changed = runs.filter(({ out }) => !settled.has(out));
  if (changed.length > 0) {
    for (const run of await settleChanged(host, changed, options)) settled.set(run.result.out, run);
  }
  const folders = new Set([...runs.map(({ out }) => out), ...settled.keys()]);
  return [...folders].flatMap((out) => settled.get(out) ?? []);
}

async function unchangedRuns(
  runs: readonly GenerateRun[],
  { mode, versions, cache }: SettleOptions,
): Promise<readonly SettledRun[]> {
  if (cache === undefined || versions !== undefined) return [];
  const found = runs.flatMap((run) => cache.find(run) ?? []);
  if (mode.kind !== "check") return found;
  // To a check, what lies in the folder beside the client counts as well.
  const { editedLeftovers } = await import("./check/edited-leftovers.js");
  return found.filter(({ result: { out, changes } }) => editedLeftovers(out, changes).length === 0);
}

async function settleChanged(
  host: SourceHost,
  runs: readonly GenerateRun[],
  options: SettleOptions,
): Promise<readonly SettledRun[]> {
  const { generateRuns } = await import("./generate-runs.js");
  const total = runs.reduce((sum, { requests }) => sum + requests.length, 0);
  keepHeapSmall(total);
  options.onBegin(total);
  const generated = await comparedRuns(host, await generateRuns(host, runs, options), options.versions);
  const results = new Map((await resultsOf(generated, options.mode)).map((result) => [result.out, result]));
  return generated.flatMap((one) => {
    const result = results.get(one.run.out);
    if (result === undefined) return [];
    if (options.versions === undefined && isInPlace(result, options.mode)) options.cache?.keep(one, result);
    return { result, observations: one.recording.observations, filesRead: one.client.filesRead };
  });
}

async function comparedRuns(
  host: SourceHost,
  generated: readonly GeneratedRun[],
  versions: VersionOptions | undefined,
): Promise<readonly GeneratedRun[]> {
  if (versions === undefined) return generated;
  return await (await import("./baseline/check-versions.js")).checkVersions(host, generated, versions);
}

async function resultsOf(generated: readonly GeneratedRun[], mode: RunMode): Promise<readonly RunResult[]> {
  switch (mode.kind) {
    case "check":
      return await (await import("./check/check-runs.js")).checkRuns(generated, mode.command);
    case "preview":
      return (await import("./preview-runs.js")).previewRuns(generated);
    case "write":
      return await (await import("./write-runs.js")).writeRuns(generated);
  }
}

/** Whether the files of a run are now as it wants them. */
function isInPlace({ changes }: RunResult, mode: RunMode): boolean {
  return mode.kind === "write" || changes.every(({ status }) => status === "unchanged");
}
