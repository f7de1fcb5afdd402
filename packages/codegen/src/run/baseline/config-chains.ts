import { sourcePath } from "../../chain-source.js";
import type { ChainOptions } from "../../config/chain-options.js";
import type { Config } from "../../config/open-config.js";
import { openConfigAt } from "../../config/open-config-at.js";
import { type Diagnostic, hasError, warning } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { SourceHost } from "../../read/source-host.js";
import type { CommandLine } from "../resolve/command-line.js";
import { resolveChains } from "../resolve/resolve-chains.js";
import type { ResolvedChain } from "../resolve/resolved-chain.js";
import type { BaselineSource } from "./baseline-source.js";
import { absent, errorTexts } from "./incomparable.js";
import { type ReadChain, readThen } from "./read-chains.js";
import { unnamedChainsThen } from "./unnamed-chains.js";

/** The chains that a config had in a revision. */
export interface ConfigChains {
  /** All of them that could be found; none where the revision has no config that can be read. */
  readonly chains?: readonly ReadChain[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the chains that a config had in a revision, with what the command line says over it. */
export async function configChainsAt(
  config: Config,
  commandLine: CommandLine,
  since: BaselineSource,
): Promise<ConfigChains> {
  const { config: old, diagnostics } = await openConfigAt(since.host, config);
  if (old === undefined) {
    return { diagnostics: hasError(diagnostics) ? [unreadConfig(config.file, since.name, diagnostics)] : [] };
  }
  const options = optionsThen(commandLine.options, old);
  const before = old.entries.length === 0 ? [] : resolveChains(old, { ...commandLine, options });
  const host = hostThen(config, since);
  const read = before.map((chain) => [chain, readThen(host, chain, config.folder)] as const);
  const named = read.flatMap(([, chain]) => chain ?? []);
  return {
    chains: [...named, ...unnamedChainsThen(config, since, named)],
    diagnostics: read.flatMap(([chain, found]) => (found === undefined ? absentThen(chain, since) : [])),
  };
}

/** A revision, where `git:REV:path` of a config starts at the folder of the config. */
export function hostThen({ folder }: Config, { host }: BaselineSource): SourceHost {
  const there = diskHost(folder);
  return { ...host, at: (revision) => there.at(revision) };
}

/**
 * The config named it, and git does not have it: it is ignored, in a submodule, or outside of the repository. A package has
 * its documents to be compared with.
 */
function absentThen({ source, options }: ResolvedChain, since: BaselineSource): readonly Diagnostic[] {
  return options.package === undefined ? [absent(sourcePath(source), since.name)] : [];
}

/** What a command line says of one chain, or of running it, is said of those of today. */
function optionsThen(options: ChainOptions, { entries }: Config): ChainOptions {
  const read = { ...options, introspect: undefined, python: undefined };
  if (entries.length === 1) return read;
  return {
    ...read,
    entrypoint: undefined,
    name: undefined,
    transport: undefined,
    chainId: undefined,
    chainUrl: undefined,
  };
}

function unreadConfig(file: string, name: string, problems: readonly Diagnostic[]): Diagnostic {
  return warning("TC407", `${file} cannot be compared with ${name}: it cannot be read`, {
    location: { file },
    help: "check yourself for chains that are gone: today's are compared with what their files were",
    notes: errorTexts(problems),
  });
}
