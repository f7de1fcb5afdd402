import { isIntrospectable } from "../chain-values.js";
import { type ChainOptions, overlay } from "../config/chain-options.js";
import type { SchemaPairConfig } from "../config/config.js";
import type { ConfigEntry } from "../config/config-entry.js";
import { fromHere } from "../config/located-options.js";
import type { Config } from "../config/open-config.js";
import { revisionPathOf } from "../read/revision-path.js";
import { UsageError } from "../usage-error.js";
import type { CommandLine } from "./command-line.js";
import { matchingEntry, onlyEntry } from "./matching-entry.js";
import { type ResolvedChain, resolvedChain } from "./resolved-chain.js";

/** What is said of one chain alone, and never of several at once. */
const ofOneChain = ["entrypoint", "name", "transport", "chainId", "chainUrl"] as const;

/**
 * The chains that are meant: those that the command line names, with what the config says of them, else all of the config.
 * What the command line says goes over both.
 *
 * @throws UsageError where it cannot be known what is meant.
 */
export function resolveChains(config: Config | undefined, commandLine: CommandLine): readonly ResolvedChain[] {
  const { sources, options } = commandLine;
  const isOneOnly = ofOneChain.some((key) => options[key] !== undefined);
  const count = sources.length > 0 ? sources.length : (config?.entries.length ?? 0);
  if (count > 1 && isOneOnly) {
    throw new UsageError(
      "--entrypoint, --name, --transport, --chain-id and --chain-url go with one source only; a config has them in its chains.",
    );
  }
  const chains =
    sources.length > 0 ? sources.map((source) => namedChain(source, config, options)) : configChains(config, options);
  checkPython(chains, options);
  return chains;
}

/** The one chain that a command line is about. */
export function resolveOneChain(config: Config | undefined, { sources, options }: CommandLine): ResolvedChain {
  const [source] = sources;
  const chain = source === undefined ? onlyChain(config, options) : namedChain(source, config, options);
  checkPython([chain], options);
  return chain;
}

function onlyChain(config: Config | undefined, options: ChainOptions): ResolvedChain {
  if (config === undefined) throw new UsageError("Name a source: a .py, .pyi or .json file.");
  return entryChain(onlyEntry(options, config), config, options);
}

/** An interpreter that nothing runs is a mistake. */
function checkPython(chains: readonly ResolvedChain[], { python }: ChainOptions): void {
  const isRun = chains.some(({ source }) => "introspection" in source && source.introspection !== undefined);
  if (python !== undefined && !isRun) throw new UsageError("--python goes with --introspect.");
}

function namedChain(
  source: string | SchemaPairConfig,
  config: Config | undefined,
  options: ChainOptions,
): ResolvedChain {
  if (config === undefined) return resolvedChain(source, options, { revisions: ".", project: undefined });
  const entry = typeof source === "string" ? matchingEntry(source, options, config) : undefined;
  const levels = [config.defaults, entry?.options ?? {}];
  const project = fromHere(config.folder, ".");
  return resolvedChain(source, optionsFor(source, levels, options), { revisions: ".", project });
}

function configChains(config: Config | undefined, options: ChainOptions): readonly ResolvedChain[] {
  if (config === undefined) {
    throw new UsageError("Name a source: a .py, .pyi or .json file; or write a typed-chains.config.ts.");
  }
  if (config.entries.length === 0) throw new UsageError(`${config.file} has no chains: add some, or name a source.`);
  return config.entries.map((entry) => entryChain(entry, config, options));
}

function entryChain(entry: ConfigEntry, config: Config, options: ChainOptions): ResolvedChain {
  const { source } = entry;
  if (options.introspect === true && !isIntrospected(source)) {
    throw new UsageError("--introspect goes with Python files (.py) on disk, and the config has other chains.");
  }
  const isOfRevision = typeof source === "string" && revisionPathOf(source) !== undefined;
  const project = isOfRevision ? "." : fromHere(config.folder, ".");
  const folders = { revisions: config.folder, project };
  return resolvedChain(source, optionsFor(source, [config.defaults, entry.options], options), folders);
}

/** What a config says of running Python is not meant for sources that cannot be run. */
function optionsFor(
  source: string | SchemaPairConfig,
  levels: readonly ChainOptions[],
  options: ChainOptions,
): ChainOptions {
  const own = isIntrospected(source) ? levels : levels.map((level) => ({ ...level, introspect: undefined }));
  return overlay(...own, options);
}

function isIntrospected(source: string | SchemaPairConfig): boolean {
  return typeof source === "string" && isIntrospectable(source);
}
