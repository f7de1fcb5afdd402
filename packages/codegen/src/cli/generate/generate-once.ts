import { sourcePath } from "../../chain-source.js";
import type { Config } from "../../config/open-config.js";
import { hasError } from "../../diagnostics/diagnostic.js";
import type { Observation } from "../../read/hosts/recording-host.js";
import type { SourceHost } from "../../read/source-host.js";
import type { BaselineOpening, BaselineSource } from "../../run/baseline/baseline-source.js";
import type { VersionOptions } from "../../run/baseline/check-versions.js";
import { cacheFolder } from "../../run/cache/cache-folder.js";
import { openChainCache } from "../../run/cache/chain-cache.js";
import { openRunCache } from "../../run/cache/run-cache.js";
import type { ChainMemory } from "../../run/chain-memory.js";
import { type GenerateRun, resolveRuns } from "../../run/resolve/resolve-runs.js";
import { runHost } from "../../run/resolve/run-host.js";
import { runInputs } from "../../run/run-inputs.js";
import type { RunResult, SettledRun } from "../../run/run-result.js";
import { type RunMode, type SettleOptions, settleRuns } from "../../run/settle-runs.js";
import { withConfigHelp } from "../config-help.js";
import { writingCommandText } from "../output/command-text.js";
import { exitUsage } from "../output/exit-codes.js";
import { abandonedOf, openFor } from "./generate-config.js";
import { type GenerateArguments, generateCommandLine } from "./generate-options.js";
import { type ProgressLine, progressLine } from "./progress-line.js";
import type { WatchSession } from "./watch-session.js";

/** What `generate` was started with. */
export interface GenerateStart {
  readonly given: GenerateArguments;
  /** The command line as it was typed: a fix repeats it. */
  readonly argv: readonly string[];
  /** What tells this generator from any other that gives other files; without it, nothing is kept between runs. */
  readonly generator: string | undefined;
}

/** What one `generate` came to. */
export interface GenerateOutcome {
  readonly exitCode: number;
  readonly config: Config | undefined;
  /** The folders that its globs look into. */
  readonly globFolders: readonly string[];
  /** What became of all clients: none where nothing could be generated. */
  readonly results: readonly RunResult[];
  /** What it depends on. */
  readonly observations: readonly Observation[];
}

/**
 * Reads the config, generates what has changed since it was generated last, writes it or says what that would do.
 *
 * @param session - where it is one of many.
 */
export async function generateOnce(start: GenerateStart, session?: WatchSession): Promise<GenerateOutcome> {
  const startedAt = Date.now();
  const { given } = start;
  const commandLine = await generateCommandLine(given);
  const { showProblems, showResults } =
    given.json === true ? await import("./generate-json.js") : await import("./generate-text.js");
  const opened = await openFor(commandLine, given, session);
  const { config, ofChains, diagnostics, globFolders, observations } = opened;
  if (hasError(diagnostics)) {
    if (session?.isNews(diagnostics) !== false) showProblems({ diagnostics, host: opened.host, startedAt });
    return { exitCode: exitUsage, config, globFolders, results: [], observations };
  }
  const host = runHost(config, commandLine);
  const runs = resolveRuns(config, commandLine);
  const since = await openSince(given);
  if (since?.ok === false) {
    const exitCode = showProblems({ diagnostics: [...diagnostics, since.diagnostic], host, startedAt });
    return { exitCode, config, globFolders, results: [], observations };
  }
  const versions = versionsOf(start, since?.baseline, { config, commandLine });
  const settled = await settle(host, runs, { start, versions, memory: session?.chains });
  const all = settled.map(({ result }) => withHelpOf(ofChains, result));
  const ofConfig = [...diagnostics, ...abandonedOf(ofChains, given)];
  const exitCode = showResults({
    diagnostics: session?.newProblems(ofConfig) ?? ofConfig,
    results: session?.news(all) ?? all,
    inputs: () => settled.map((run) => runInputs(host, run, observations)),
    ...{ host, startedAt, isWritten: isWriting(given) },
  });
  const observed = [...observations, ...settled.flatMap((run) => run.observations)];
  return { exitCode, config, globFolders, results: all, observations: observed };
}

function withHelpOf(config: Config | undefined, result: RunResult): RunResult {
  return { ...result, diagnostics: result.diagnostics.map((diagnostic) => withConfigHelp(diagnostic, config)) };
}

async function openSince({ "check-breaking": baseline }: GenerateArguments): Promise<BaselineOpening | undefined> {
  if (baseline === undefined) return undefined;
  const { openBaseline } = await import("../../run/baseline/baseline-source.js");
  return openBaseline(baseline);
}

/** How the runs of a `generate` are settled. */
interface Settling {
  readonly start: GenerateStart;
  readonly versions: VersionOptions | undefined;
  readonly memory: ChainMemory | undefined;
}

async function settle(
  host: SourceHost,
  runs: readonly GenerateRun[],
  { start: { given, argv, generator }, versions, memory }: Settling,
): Promise<readonly SettledRun[]> {
  let progress: ProgressLine | undefined;
  try {
    return await settleRuns(host, runs, {
      mode: modeOf(given, argv),
      versions,
      ...cachesOf(host, generator),
      ...(memory === undefined ? {} : { memory }),
      onBegin: (total) => {
        progress = progressLine(total, given.json === true ? undefined : process.stderr, process.env);
      },
      onRead: ({ source }) => progress?.advance(sourcePath(source)),
    });
  } finally {
    progress?.clear();
  }
}

function modeOf({ check, "dry-run": dryRun }: GenerateArguments, argv: readonly string[]): RunMode {
  if (check === true) return { kind: "check", command: writingCommandText(argv) };
  return { kind: dryRun === true ? "preview" : "write" };
}

function versionsOf(
  { given: { bump = false }, argv }: GenerateStart,
  since: BaselineSource | undefined,
  project: Pick<VersionOptions, "config" | "commandLine">,
): VersionOptions | undefined {
  if (!bump && since === undefined) return undefined;
  return { ...project, bump, since, bumpCommand: writingCommandText(argv, ...(bump ? [] : ["--bump"])) };
}

/** Where it is remembered what was generated; nowhere where there is no place for it. */
function cachesOf(host: SourceHost, generator: string | undefined): Pick<SettleOptions, "cache" | "memory"> {
  const folder = cacheFolder(process.cwd());
  if (generator === undefined || folder === undefined) return {};
  return { cache: openRunCache(host, folder, generator), memory: openChainCache(folder, generator) };
}

function isWriting({ check, "dry-run": dryRun }: GenerateArguments): boolean {
  return check !== true && dryRun !== true;
}
