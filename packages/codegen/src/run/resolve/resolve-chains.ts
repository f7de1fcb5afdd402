import { isIntrospected } from "../../chain-source.js";
import { isIntrospectable } from "../../chain-values.js";
import { type ChainOptions, overlay } from "../../config/chain-options.js";
import type { SchemaPairConfig } from "../../config/config.js";
import { configBelow } from "../../config/config-below.js";
import type { ConfigEntry } from "../../config/config-entry.js";
import { ConfigError } from "../../config/config-error.js";
import { misnamedConfig, projectRoot } from "../../config/find-config.js";
import { fromHere } from "../../config/located-options.js";
import type { Config } from "../../config/open-config.js";
import { revisionPathOf } from "../../read/revision-path.js";
import { relativePath } from "../../relative-path.js";
import { UsageError } from "../../usage-error.js";
import type { CommandLine } from "./command-line.js";
import { noChains } from "./config-problems.js";
import { matchingEntry } from "./matching-entry.js";
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

/** What helps who expected a config to be found. */
export function noConfigText(): string {
  const root = relativePath(".", projectRoot(process.cwd())) || ".";
  const folders = root === "." ? "this folder" : `this folder and those above it, up to ${root}`;
  const misnamed = misnamedConfig(process.cwd());
  if (misnamed !== undefined) return `${misnamed} is not read: a config ends in .ts, .mts, .js, .mjs or .json.`;
  const below = configBelow();
  const there = below === undefined ? "" : ` (but ${below} is one: run the command in its folder)`;
  return `There is no config in ${folders}${there}: typed-chains init writes one.`;
}

/** An interpreter that nothing runs is a mistake. */
export function checkPython(chains: readonly ResolvedChain[], { python }: ChainOptions): void {
  const isRun = chains.some(({ source }) => isIntrospected(source));
  if (python !== undefined && !isRun) throw new UsageError("--python goes with --introspect.");
}

/** A source that the command line names, with what the config says of it. */
export function namedChain(
  source: string | SchemaPairConfig,
  config: Config | undefined,
  options: ChainOptions,
): ResolvedChain {
  if (config === undefined) return resolvedChain(source, options, { revisions: ".", project: undefined });
  const entry = typeof source === "string" ? matchingEntry(source, options, config) : undefined;
  const levels = [config.defaults, entry?.options ?? {}];
  const project = fromHere(config.folder, ".");
  const chain = resolvedChain(source, optionsFor(source, levels, options), { revisions: ".", project });
  return entry === undefined ? chain : { ...chain, path: entry.path };
}

function configChains(config: Config | undefined, options: ChainOptions): readonly ResolvedChain[] {
  if (config === undefined) {
    throw new UsageError(
      `Name a source: a .py, .pyi or .json file; or write a typed-chains.config.ts. ${noConfigText()}`,
    );
  }
  if (config.entries.length === 0) throw new ConfigError(config, [noChains(config.file)]);
  return config.entries.map((entry) => entryChain(entry, config, options));
}

/** A chain of the config. */
export function entryChain(entry: ConfigEntry, config: Config, options: ChainOptions): ResolvedChain {
  const { source } = entry;
  if (options.introspect === true && !canBeIntrospected(source)) {
    throw new UsageError("--introspect goes with Python files (.py) on disk, but the config has other chains.");
  }
  const isOfRevision = typeof source === "string" && revisionPathOf(source) !== undefined;
  const project = isOfRevision ? "." : fromHere(config.folder, ".");
  const folders = { revisions: config.folder, project };
  const chain = resolvedChain(source, optionsFor(source, [config.defaults, entry.options], options), folders);
  return { ...chain, path: entry.path };
}

/** What a config says of running Python is not meant for sources that cannot be run. */
function optionsFor(
  source: string | SchemaPairConfig,
  levels: readonly ChainOptions[],
  options: ChainOptions,
): ChainOptions {
  const own = canBeIntrospected(source) ? levels : levels.map((level) => ({ ...level, introspect: undefined }));
  return overlay(...own, options);
}

function canBeIntrospected(source: string | SchemaPairConfig): boolean {
  return typeof source === "string" && isIntrospectable(source);
}
