import type { Config } from "../../config/open-config.js";
import { type Diagnostic, hasError, warning } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { SourceHost } from "../../read/source-host.js";
import { UsageError } from "../../usage-error.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { CommandLine } from "../resolve/command-line.js";
import { type AssignedChains, assignChains } from "./assign-chains.js";
import type { BaselineSource } from "./baseline-source.js";
import { type Comparison, comparisonOf } from "./comparison.js";
import { configChainsAt } from "./config-chains.js";
import { goneFoldersThen } from "./folders-then.js";
import { goneClients, goneFolders } from "./gone-clients.js";
import { versionOf, withVersion } from "./package-text.js";
import { raisedVersion } from "./raised-version.js";
import { type Baseline, readBaseline, readPackage } from "./read-baseline.js";
import { versionProblem } from "./version-problem.js";

/** What is asked of the versions of packages, and of clients that have none. */
export interface VersionOptions {
  /** Whether versions are raised. */
  readonly bump: boolean;
  /** What breaks are looked for since. */
  readonly since?: BaselineSource | undefined;
  /** Raises the versions. */
  readonly bumpCommand: string;
  /** What the clients are made of: a revision may have had other chains. */
  readonly config: Config | undefined;
  readonly commandLine: CommandLine;
}

/**
 * Compares generated clients with what they were. Versions of packages are raised where that is asked for: since the
 * baseline, else since what is in their folders. A break, or a change of a package, whose version does not say so is an
 * error. Clients that are gone follow those that are there.
 *
 * @throws UsageError where there is no package to raise the version of, or where the baseline cannot be used.
 */
export async function checkVersions(
  host: SourceHost,
  generated: readonly GeneratedRun[],
  options: VersionOptions,
): Promise<readonly GeneratedRun[]> {
  const { bump, since } = options;
  if (bump && generated.every(({ run }) => run.package === undefined)) {
    throw new UsageError("--bump raises the version of a package, but none is generated: add --package.");
  }
  if (since === undefined) return generated.map((one) => raisedSinceLastRun(one, options));
  const { old, diagnostics } = await chainsThen(generated, options, since);
  const checked = generated.map((one) => checkedSince(host, one, { options, since, old }));
  const gone = [...goneClients(old?.others ?? [], since.name), ...goneUnnamed(generated, options, since, old)];
  const [first, ...others] = [...checked, ...gone];
  // What cannot be compared at all is said once.
  return first === undefined ? [] : [withDiagnostics(first, diagnostics), ...others];
}

/** What the config had in the revision, where there is a config, and the command line does not name the chains itself. */
async function chainsThen(
  generated: readonly GeneratedRun[],
  { config, commandLine }: VersionOptions,
  since: BaselineSource,
): Promise<{ readonly old?: AssignedChains; readonly diagnostics: readonly Diagnostic[] }> {
  const isOfConfig = config !== undefined && commandLine.sources.length === 0;
  if (since.revision === undefined || !isOfConfig) return { diagnostics: [] };
  const { chains, diagnostics } = await configChainsAt(config, commandLine, since);
  return { ...(chains && { old: assignChains(chains, generated) }), diagnostics };
}

/** The clients that the config itself does not tell to be gone. */
function goneUnnamed(
  generated: readonly GeneratedRun[],
  { config, commandLine }: VersionOptions,
  since: BaselineSource,
  old: AssignedChains | undefined,
): readonly GeneratedRun[] {
  const { sources, options } = commandLine;
  if (config === undefined || sources.length > 0 || options.out !== undefined) return [];
  const then = [...(old?.others ?? []), ...[...(old?.ofClient.values() ?? [])].flat()];
  const told = then.flatMap(({ out }) => out ?? []);
  return goneFolders(goneFoldersThen(config, since, generated, told), since);
}

/** What a client is compared with. */
interface Comparing {
  readonly options: VersionOptions;
  readonly since: BaselineSource;
  readonly old: AssignedChains | undefined;
}

function checkedSince(host: SourceHost, generated: GeneratedRun, { options, since, old }: Comparing): GeneratedRun {
  if (hasError(generated.client.diagnostics)) return generated;
  const baseline = readBaseline(host, generated, since, old?.ofClient.get(generated));
  const comparison = comparisonOf(baseline.chains);
  const checked = options.bump ? raise(generated, baseline, comparison) : generated;
  const problem = versionProblem(checked, baseline.version, comparison, {
    since: since.name,
    bumpCommand: options.bumpCommand,
  });
  return withDiagnostics(checked, [...baseline.diagnostics, ...problem]);
}

/** Compares a package with what is in its folder. A new one was nothing. */
function raisedSinceLastRun(generated: GeneratedRun, { bumpCommand }: VersionOptions): GeneratedRun {
  const { out, package: named } = generated.run;
  if (hasError(generated.client.diagnostics) || named === undefined) return generated;
  const host = diskHost(process.cwd());
  const found = readPackage(generated, host, out);
  if (found !== undefined) return raise(generated, found, comparisonOf(found.chains));
  if (!host.exists(`${out}/package.json`)) return generated;
  const missing = warning("TC407", `${out} holds no signature documents of ${named.name} to compare with`, {
    location: { file: `${out}/package.json` },
    help: `say since when, as in ${bumpCommand} --check-breaking git:main, or raise the version by hand`,
  });
  return withDiagnostics(generated, [missing]);
}

function raise(generated: GeneratedRun, { version }: Baseline, { level }: Comparison): GeneratedRun {
  const { client } = generated;
  const text = client.files.get("package.json");
  const now = text === undefined ? undefined : versionOf(text);
  if (text === undefined || now === undefined || version === undefined) return generated;
  const files = new Map([...client.files, ["package.json", withVersion(text, raisedVersion(version, now, level))]]);
  return { ...generated, client: { ...client, files } };
}

function withDiagnostics(generated: GeneratedRun, more: readonly Diagnostic[]): GeneratedRun {
  const { client } = generated;
  return { ...generated, client: { ...client, diagnostics: [...client.diagnostics, ...more] } };
}
