import { sourcePath } from "../chain-source.js";
import { hasError } from "../diagnostics/diagnostic.js";
import type { SourceHost } from "../read/source-host.js";
import type { RunCache } from "../run/cache/run-cache.js";
import type { GeneratedRun } from "../run/generate-runs.js";
import type { GenerateRun } from "../run/resolve-runs.js";
import type { RunResult } from "../run/run-result.js";
import { exitUsage } from "./exit-codes.js";
import { type GenerateArguments, generateCommandLine } from "./generate-options.js";

/** What `generate` was started with. */
export interface GenerateStart {
  readonly given: GenerateArguments;
  /** The command line as it was typed: a fix repeats it. */
  readonly argv: readonly string[];
  /** What tells this generator from any other that gives other files; without it, nothing is kept between runs. */
  readonly generator: string | undefined;
}

/** Reads the config, generates what has changed since it was generated last, writes it or says what that would do. */
export async function generateOnce(start: GenerateStart): Promise<number> {
  const startedAt = Date.now();
  const { given } = start;
  const commandLine = await generateCommandLine(given);
  const [{ openConfig }, { diskHost }, { showProblems, showResults }] = await Promise.all([
    import("../config/open-config.js"),
    import("../read/hosts/disk-host.js"),
    given.json === true ? import("./generate-json.js") : import("./generate-text.js"),
  ]);
  const here = diskHost(process.cwd());
  const { config, diagnostics } = await openConfig(here, given.config);
  if (hasError(diagnostics)) {
    showProblems({ diagnostics, host: here, startedAt });
    return exitUsage;
  }
  const [{ runHost }, { resolveRuns }] = await Promise.all([
    import("../run/run-host.js"),
    import("../run/resolve-runs.js"),
  ]);
  const host = runHost(config, commandLine);
  const results = await resultsOf(host, resolveRuns(config, commandLine), start);
  return showResults({ diagnostics, results, host, startedAt, isWritten: isWriting(given) });
}

/** What became of all runs, in their order. Those that have not changed are not generated. */
async function resultsOf(
  host: SourceHost,
  runs: readonly GenerateRun[],
  start: GenerateStart,
): Promise<readonly RunResult[]> {
  const cache = await openCache(host, start);
  const unchanged = cache === undefined ? [] : await unchangedOf(cache, runs, start.given);
  const results = new Map(unchanged.map((result) => [result.out, result]));
  const changed = runs.filter(({ out }) => !results.has(out));
  if (changed.length > 0) {
    for (const result of await generated(host, changed, cache, start)) results.set(result.out, result);
  }
  return runs.flatMap(({ out }) => results.get(out) ?? []);
}

/** A comparison with what clients were needs all clients. */
async function openCache(host: SourceHost, { given, generator }: GenerateStart): Promise<RunCache | undefined> {
  if (generator === undefined || given.bump === true || given["check-breaking"] !== undefined) return undefined;
  const { cacheFolder } = await import("../run/cache/cache-folder.js");
  const folder = cacheFolder(process.cwd());
  if (folder === undefined) return undefined;
  const { openRunCache } = await import("../run/cache/run-cache.js");
  return openRunCache(host, folder, generator);
}

async function unchangedOf(
  cache: RunCache,
  runs: readonly GenerateRun[],
  { check }: GenerateArguments,
): Promise<readonly RunResult[]> {
  const found = runs.flatMap((run) => cache.find(run) ?? []);
  if (check !== true) return found;
  // To a check, what lies in the folder beside the client counts as well.
  const { editedLeftovers } = await import("../run/edited-leftovers.js");
  return found.filter(({ out, changes }) => editedLeftovers(out, changes).length === 0);
}

async function generated(
  host: SourceHost,
  runs: readonly GenerateRun[],
  cache: RunCache | undefined,
  start: GenerateStart,
): Promise<readonly RunResult[]> {
  const clients = await compared(await clientsOf(host, runs, start.given), host, start);
  const results = await settled(clients, start);
  const isInPlace = ({ changes }: RunResult): boolean =>
    isWriting(start.given) || changes.every(({ status }) => status === "unchanged");
  for (const [index, result] of results.entries()) {
    const client = clients[index];
    if (client !== undefined && isInPlace(result)) cache?.keep(client, result);
  }
  return results;
}

/** Generates clients in memory, with a line that tells how far it is. */
async function clientsOf(
  host: SourceHost,
  runs: readonly GenerateRun[],
  given: GenerateArguments,
): Promise<readonly GeneratedRun[]> {
  const [{ generateRuns }, { progressLine }] = await Promise.all([
    import("../run/generate-runs.js"),
    import("./progress-line.js"),
  ]);
  const total = runs.reduce((sum, { requests }) => sum + requests.length, 0);
  const progress = progressLine(total, given.json === true ? undefined : process.stderr, process.env);
  try {
    return await generateRuns(host, runs, ({ source }) => progress.advance(sourcePath(source)));
  } finally {
    progress.clear();
  }
}

/** Compares the clients with what they were, where that is asked for. */
async function compared(
  clients: readonly GeneratedRun[],
  host: SourceHost,
  { given: { bump = false, "check-breaking": checkBreaking }, argv }: GenerateStart,
): Promise<readonly GeneratedRun[]> {
  if (!bump && checkBreaking === undefined) return clients;
  const [{ checkVersions }, { generateCommandText }] = await Promise.all([
    import("../run/baseline/check-versions.js"),
    import("./command-text.js"),
  ]);
  const bumpCommand = generateCommandText(argv, ...(bump ? [] : ["--bump"]));
  return await checkVersions(host, clients, { bump, checkBreaking, bumpCommand });
}

/** Writes the clients, or says what writing them would do. */
async function settled(
  clients: readonly GeneratedRun[],
  { given, argv }: GenerateStart,
): Promise<readonly RunResult[]> {
  if (given.check === true) {
    const [{ checkRuns }, { generateCommandText }] = await Promise.all([
      import("../run/check-runs.js"),
      import("./command-text.js"),
    ]);
    return await checkRuns(clients, generateCommandText(argv));
  }
  if (given["dry-run"] === true) return (await import("../run/preview-runs.js")).previewRuns(clients);
  return await (await import("../run/write-runs.js")).writeRuns(clients);
}

function isWriting({ check, "dry-run": dryRun }: GenerateArguments): boolean {
  return check !== true && dryRun !== true;
}
