import { type Diagnostic, error, hasError, warning } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { SourceHost } from "../../read/source-host.js";
import { UsageError } from "../../usage-error.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { BaselineSource } from "./baseline-source.js";
import { type Comparison, comparePairs } from "./compare-pairs.js";
import { versionOf, withVersion } from "./package-text.js";
import { isRaised, raisedVersion } from "./raised-version.js";
import { type Baseline, readBaseline, readPackage } from "./read-baseline.js";

/** What is asked of the versions of packages, and of clients that have none. */
export interface VersionOptions {
  /** Whether versions are raised. */
  readonly bump: boolean;
  /** What breaks are looked for since. */
  readonly since?: BaselineSource | undefined;
  /** Raises the versions. */
  readonly bumpCommand: string;
}

/**
 * Compares generated clients with what they were. Versions of packages are raised where that is asked for: since the
 * baseline, else since what is in their folders. A break whose version does not say so is an error.
 *
 * @throws UsageError where there is no package to raise the version of, or where the baseline cannot be used.
 */
export async function checkVersions(
  host: SourceHost,
  generated: readonly GeneratedRun[],
  options: VersionOptions,
): Promise<readonly GeneratedRun[]> {
  if (options.bump && generated.every(({ run }) => run.package === undefined)) {
    throw new UsageError("--bump raises the version of a package, and none is generated: say --package.");
  }
  return await Promise.all(generated.map(async (one) => await checkVersion(host, one, options)));
}

async function checkVersion(host: SourceHost, generated: GeneratedRun, options: VersionOptions): Promise<GeneratedRun> {
  const { since: from } = options;
  if (hasError(generated.client.diagnostics)) return generated;
  const baseline = from === undefined ? ownBaseline(generated) : readBaseline(host, generated, from);
  if (baseline === undefined) return generated;
  const comparison = await comparePairs(baseline.pairs);
  const raised = options.bump ? raise(generated, baseline, comparison) : generated;
  const breaks = from === undefined ? [] : breaksOf(raised, baseline, comparison, from.name, options.bumpCommand);
  return withDiagnostics(raised, [...baseline.diagnostics, ...breaks]);
}

/** What is in the folder of a package. A new one was nothing. */
function ownBaseline(generated: GeneratedRun): Baseline | undefined {
  const { out, package: named } = generated.run;
  if (named === undefined) return undefined;
  const host = diskHost(process.cwd());
  const found = readPackage(generated, host, out);
  if (found !== undefined || !host.exists(`${out}/package.json`)) return found;
  const missing = warning("TC407", `${out} has no signature documents yet to compare with`, {
    location: { file: `${out}/package.json` },
    help: "raise its version by hand this once: from now on they are there",
  });
  return { pairs: [], diagnostics: [missing] };
}

function raise(generated: GeneratedRun, { version }: Baseline, { level }: Comparison): GeneratedRun {
  const { client } = generated;
  const text = client.files.get("package.json");
  const now = text === undefined ? undefined : versionOf(text);
  if (text === undefined || now === undefined || version === undefined) return generated;
  const files = new Map([...client.files, ["package.json", withVersion(text, raisedVersion(version, now, level))]]);
  return { ...generated, client: { ...client, files } };
}

function breaksOf(
  { run: { out, package: named }, client }: GeneratedRun,
  { version }: Baseline,
  { level, breaking }: Comparison,
  since: string,
  bumpCommand: string,
): readonly Diagnostic[] {
  if (level !== "major") return [];
  const now = versionOf(client.files.get("package.json") ?? "");
  if (named === undefined || version === undefined || now === undefined) {
    return [
      error("TC406", `The client in ${out} breaks its callers since ${since}`, {
        location: { file: out },
        help: "keep what callers use, or change them too and leave --check-breaking out for this change",
        notes: breaking,
      }),
    ];
  }
  if (isRaised(version, now, level)) return [];
  const needed = raisedVersion(version, now, level);
  return [
    error("TC406", `${named.name} breaks its callers since ${since}: its version is to be ${needed}, not ${now}`, {
      location: { file: `${out}/package.json` },
      help: `run ${bumpCommand}`,
      notes: breaking,
    }),
  ];
}

function withDiagnostics(generated: GeneratedRun, more: readonly Diagnostic[]): GeneratedRun {
  const { client } = generated;
  return { ...generated, client: { ...client, diagnostics: [...client.diagnostics, ...more] } };
}
