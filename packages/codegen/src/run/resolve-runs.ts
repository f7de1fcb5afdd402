import { resolve } from "node:path";
import type { ChainRequest } from "../client-request.js";
import type { Config } from "../config/open-config.js";
import type { EmitOptions } from "../emit/emit-options.js";
import { relativePath } from "../relative-path.js";
import { UsageError } from "../usage-error.js";
import type { CommandLine } from "./command-line.js";
import { checkDistinctPackages, type NamedPackage, packageOf } from "./named-package.js";
import { resolveChains } from "./resolve-chains.js";
import type { ResolvedChain } from "./resolved-chain.js";

/** What is to be generated into one folder. */
export interface GenerateRun {
  /** The folder, as it is shown. */
  readonly out: string;
  readonly options: EmitOptions;
  readonly requests: readonly ChainRequest[];
  /** The package that the folder is to be. */
  readonly package?: NamedPackage;
}

/**
 * What a config and a command line ask `generate` for: one run for each folder.
 *
 * @throws UsageError where it cannot be known what is meant.
 */
export function resolveRuns(config: Config | undefined, commandLine: CommandLine): readonly GenerateRun[] {
  const importExtension = commandLine.importExtension ?? config?.importExtension ?? "js";
  const chains = resolveChains(config, commandLine);
  const folders = new Map<string, { readonly out: string; readonly chains: ResolvedChain[] }>();
  for (const chain of chains) {
    const out = folderOf(chain, config, commandLine);
    const run = folders.get(resolve(out)) ?? { out, chains: [] };
    run.chains.push(chain);
    folders.set(resolve(out), run);
  }
  const runs = [...folders.values()].map(({ out, chains: inFolder }): GenerateRun => {
    const named = packageOf(out, inFolder);
    // Relative to a folder that lies in the repository with the source, so that the client is the same on every machine.
    const base = config?.folder ?? (named === undefined ? out : ".");
    const requests = inFolder.map((chain) => requestOf(chain, base));
    return { out, options: { importExtension }, requests, ...(named === undefined ? {} : { package: named }) };
  });
  checkDistinctPackages(runs);
  return runs;
}

/**
 * The folder of a chain. One that the config names is that of all its chains: a run of some would take away the others.
 */
function folderOf(
  { options, file }: ResolvedChain,
  config: Config | undefined,
  { sources, options: given }: CommandLine,
): string {
  if (sources.length > 0 && given.out === undefined) {
    throw new UsageError("--out is missing: the folder of the client, such as src/chains.");
  }
  if (options.out !== undefined) return options.out;
  throw new UsageError(
    `${config?.file ?? "The config"} says no \`out\` for ${relativePath(".", file)}: add it, or give --out.`,
  );
}

function requestOf(
  { source, file, options: { binary, nanAsNull, schemas, chainId, chainUrl } }: ResolvedChain,
  folder: string,
): ChainRequest {
  return {
    source,
    label: relativePath(folder, file),
    ...(binary === undefined ? {} : { binary }),
    ...(nanAsNull === undefined ? {} : { nanAsNull }),
    ...(schemas === undefined ? {} : { schemas }),
    ...(chainId === undefined ? {} : { chainId }),
    ...(chainUrl === undefined ? {} : { chainUrl }),
  };
}
