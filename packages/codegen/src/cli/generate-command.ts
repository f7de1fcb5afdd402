import type { CommandModule } from "yargs";
import { sourcePath } from "../chain-source.js";
import type { Config } from "../config/open-config.js";
import { hasError } from "../diagnostics/diagnostic.js";
import type { SourceHost } from "../read/source-host.js";
import type { CommandLine } from "../run/command-line.js";
import type { GeneratedRun } from "../run/generate-runs.js";
import type { RunResult } from "../run/run-result.js";
import { exitUsage } from "./exit-codes.js";
import { type GenerateArguments, generateCommandLine, withGenerateOptions } from "./generate-options.js";
import { pathsOf } from "./paths.js";

/**
 * `typed-chains generate [source...] [--out <dir>]`
 *
 * @param argv - the command line as it was typed: a fix repeats it.
 */
export function generateCommand(
  finish: (exitCode: number) => void,
  argv: readonly string[],
): CommandModule<object, GenerateArguments> {
  return {
    command: "generate [sources..]",
    describe: "Write the typed clients of the config, or of the sources that are named",
    builder: withGenerateOptions,
    handler: async (given) => finish(await generate({ ...given, sources: pathsOf(given.sources, given) }, argv)),
  };
}

async function generate(given: GenerateArguments, argv: readonly string[]): Promise<number> {
  const startedAt = performance.now();
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
  const { runHost } = await import("../run/run-host.js");
  const host = runHost(config, commandLine);
  const clients = await compared(await generated(config, commandLine, host, given), host, given, argv);
  const results = await resultsOf(clients, given, argv);
  return showResults({ diagnostics, results, host, startedAt, isWritten: isWriting(given) });
}

/** Generates all clients in memory, with a line that tells how far it is. */
async function generated(
  config: Config | undefined,
  commandLine: CommandLine,
  host: SourceHost,
  given: GenerateArguments,
): Promise<readonly GeneratedRun[]> {
  const [{ resolveRuns }, { generateRuns }, { progressLine }] = await Promise.all([
    import("../run/resolve-runs.js"),
    import("../run/generate-runs.js"),
    import("./progress-line.js"),
  ]);
  const runs = resolveRuns(config, commandLine);
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
  { bump = false, "check-breaking": checkBreaking }: GenerateArguments,
  argv: readonly string[],
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
async function resultsOf(
  clients: readonly GeneratedRun[],
  given: GenerateArguments,
  argv: readonly string[],
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
