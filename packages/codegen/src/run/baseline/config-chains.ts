import type { ChainOptions } from "../../config/chain-options.js";
import type { Config } from "../../config/open-config.js";
import { openConfigAt } from "../../config/open-config-at.js";
import { type Diagnostic, hasError, warning } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { SourceHost } from "../../read/source-host.js";
import type { CommandLine } from "../command-line.js";
import { resolveChains } from "../resolve-chains.js";
import type { BaselineSource } from "./baseline-source.js";
import { errorTexts } from "./incomparable.js";
import { type ReadChain, readThen } from "./read-chains.js";

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
  return { chains: before.flatMap((chain) => readThen(host, chain, config.folder) ?? []), diagnostics: [] };
}

/** A revision, where `git:REV:path` of a config starts at the folder of the config. */
export function hostThen({ folder }: Config, { host }: BaselineSource): SourceHost {
  const there = diskHost(folder);
  return { ...host, at: (revision) => there.at(revision) };
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
    help: "look yourself for chains that are gone: those of today are compared with what their files were",
    notes: errorTexts(problems),
  });
}
