import type { ChainOptions } from "../../config/chain-options.js";
import type { Config } from "../../config/open-config.js";
import { readSource } from "../../read/read-source.js";
import type { SourceHost } from "../../read/source-host.js";
import { UsageError } from "../../usage-error.js";
import type { CommandLine } from "./command-line.js";
import { type NameOf, onlyEntry } from "./matching-entry.js";
import { checkPython, entryChain, namedChain, noConfigText } from "./resolve-chains.js";
import type { ResolvedChain } from "./resolved-chain.js";

/**
 * The one chain that a command line is about.
 *
 * @param host - what sources are read from, to choose among those of a config by their names.
 */
export function resolveOneChain(
  host: SourceHost,
  config: Config | undefined,
  { sources, options }: CommandLine,
): ResolvedChain {
  const [source] = sources;
  const chain = source === undefined ? onlyChain(host, config, options) : namedChain(source, config, options);
  checkPython([chain], options);
  return chain;
}

function onlyChain(host: SourceHost, config: Config | undefined, options: ChainOptions): ResolvedChain {
  if (config === undefined) throw new UsageError(`Name a source: a .py, .pyi or .json file. ${noConfigText()}`);
  return entryChain(onlyEntry(options, config, sourceNames(host, config)), config, options);
}

/** Reads what the sources of a config call their chains. Nothing is run, and what is wrong with them is told elsewhere. */
function sourceNames(host: SourceHost, config: Config): NameOf {
  return ({ source, options, path }) => {
    if (typeof source !== "string") return undefined;
    const unnamed = { source, path, options: { ...options, name: undefined } };
    const chain = entryChain(unnamed, config, { strict: false }).source;
    return "schemas" in chain ? undefined : readSource(host, chain.path, chain.options).signature?.name;
  };
}
