import { resolve } from "node:path";
import type { ChainOptions } from "../config/chain-options.js";
import type { ConfigEntry } from "../config/config-entry.js";
import type { Config } from "../config/open-config.js";
import { pathItself, revisionPathOf } from "../read/revision-path.js";
import { UsageError } from "../usage-error.js";

/**
 * The entry of a config that a source of the command line is about: the one with the same file, whatever revision either
 * is of. Of several, `--name` and `--entrypoint` choose.
 */
export function matchingEntry(source: string, options: ChainOptions, config: Config): ConfigEntry | undefined {
  const file = resolve(pathItself(source));
  const entries = config.entries.filter((entry) => fileOf(entry, config) === file);
  if (entries.length < 2) return entries[0];
  const named = entries.filter((entry) => isNamed(entry, options));
  if (named.length === 1 || isNaming(options)) return named[0];
  throw new UsageError(`${config.file} has several chains of ${source}: choose one with --entrypoint or --name.`);
}

/** The only entry of a config that is meant where a command line names no source. */
export function onlyEntry(options: ChainOptions, config: Config): ConfigEntry {
  const { entries, file } = config;
  const meant = entries.length > 1 && isNaming(options) ? entries.filter((entry) => isNamed(entry, options)) : entries;
  const [first, ...others] = meant;
  if (first !== undefined && others.length === 0) return first;
  if (entries.length === 0) throw new UsageError(`${file} has no chains: name a source.`);
  throw new UsageError(`${file} has several chains, name one of them: ${entries.map(nameOf).join(", ")}.`);
}

function isNaming({ name, entrypoint }: ChainOptions): boolean {
  return (name ?? entrypoint) !== undefined;
}

function isNamed({ options: own }: ConfigEntry, { name, entrypoint }: ChainOptions): boolean {
  return (name === undefined || own.name === name) && (entrypoint === undefined || own.entrypoint === entrypoint);
}

/** What names an entry on a command line. */
function nameOf({ source, options }: ConfigEntry): string {
  return typeof source === "string" ? source : `--name ${options.name ?? ""}`;
}

function fileOf({ source }: ConfigEntry, { folder }: Config): string | undefined {
  if (typeof source !== "string") return undefined;
  const revision = revisionPathOf(source);
  return revision === undefined ? resolve(source) : resolve(folder, revision.path);
}
