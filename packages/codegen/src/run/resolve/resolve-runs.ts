import { resolve } from "node:path";
import type { ChainRequest } from "../../client-request.js";
import { ConfigError, type ConfigProblem } from "../../config/config-error.js";
import type { Config } from "../../config/open-config.js";
import type { EmitOptions } from "../../emit/emit-options.js";
import { relativePath } from "../../relative-path.js";
import { UsageError } from "../../usage-error.js";
import type { CommandLine } from "./command-line.js";
import { listedTwice, noFolders } from "./config-problems.js";
import {
  checkDistinctPackages,
  checkOnePackage,
  type NamedPackage,
  type PackageFolder,
  packageOf,
} from "./named-package.js";
import { checkDistinctFolders } from "./one-folder.js";
import { ownerOf } from "./own-folders.js";
import { resolveChains } from "./resolve-chains.js";
import type { ResolvedChain } from "./resolved-chain.js";

/** What is to be generated into one folder. */
export interface GenerateRun {
  /** The folder, as it is shown. */
  readonly out: string;
  /** The config that names the folder, as it is seen from there; none where the command line does. */
  readonly config?: string;
  readonly options: EmitOptions;
  readonly requests: readonly ChainRequest[];
  /** The package that the folder is to be. */
  readonly package?: NamedPackage;
}

/** The chains of one folder. */
interface Folder {
  readonly out: string;
  readonly chains: readonly ResolvedChain[];
}

/**
 * What a config and a command line ask `generate` for: one run for each folder.
 *
 * @throws UsageError where it cannot be known what is meant, a ConfigError where the config says it wrong.
 */
export function resolveRuns(config: Config | undefined, commandLine: CommandLine): readonly GenerateRun[] {
  const { sources, options: given } = commandLine;
  const importExtension = commandLine.importExtension ?? config?.importExtension ?? "js";
  const folders = foldersOf(resolveChains(config, commandLine), config, commandLine);
  return folders.map(({ out, chains }): GenerateRun => {
    const named = packageOf(chains);
    // Relative to a folder that lies in the repository with the source, so that the client is the same on every machine.
    const base = config?.folder ?? (named === undefined ? out : ".");
    const requests = chains.map((chain) => requestOf(chain, base));
    const owner = config === undefined || sources.length > 0 ? undefined : ownerOf(out, config, given.out);
    return {
      out,
      ...(owner === undefined ? {} : { config: owner }),
      options: { importExtension },
      requests,
      ...(named === undefined ? {} : { package: named }),
    };
  });
}

/** The folders of chains. One that the config names is that of all its chains: a run of some would take away the others. */
function foldersOf(
  chains: readonly ResolvedChain[],
  config: Config | undefined,
  { sources, options: given }: CommandLine,
): readonly Folder[] {
  if (sources.length > 0 && given.out === undefined) {
    throw new UsageError("--out is missing: the folder of the client, such as src/chains.");
  }
  const file = config?.file ?? "The config";
  refuse(config, noFolders(chains, file));
  const folders = new Map<string, { readonly out: string; readonly chains: ResolvedChain[] }>();
  for (const chain of chains) {
    const { out = "" } = chain.options;
    const folder = folders.get(resolve(out)) ?? { out, chains: [] };
    folder.chains.push(chain);
    folders.set(resolve(out), folder);
  }
  const all = [...folders.values()];
  refuse(config, [
    ...all.flatMap((folder) => [...listedTwice(folder.chains, file), ...checkOnePackage(folder.out, folder.chains)]),
    ...checkDistinctPackages(all.map(packageFolder)),
    ...checkDistinctFolders(all.map(packageFolder)),
  ]);
  return all;
}

function refuse(config: Config | undefined, problems: readonly ConfigProblem[]): void {
  if (problems.length > 0) throw new ConfigError(config, problems);
}

function packageFolder({ out, chains }: Folder): PackageFolder {
  const named = packageOf(chains);
  const path = chains[0]?.path;
  return { out, ...(named === undefined ? {} : { package: named }), ...(path === undefined ? {} : { path }) };
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
