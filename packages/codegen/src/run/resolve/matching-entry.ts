import { resolve } from "node:path";
import type { ChainOptions } from "../../config/chain-options.js";
import type { ConfigEntry } from "../../config/config-entry.js";
import { ConfigError } from "../../config/config-error.js";
import type { Config } from "../../config/open-config.js";
import { pathItself, revisionPathOf } from "../../read/revision-path.js";
import { similarName } from "../../similar-name.js";
import { UsageError } from "../../usage-error.js";
import { noChains } from "./config-problems.js";

/** Gives the name that the source of an entry gives its chain, where that can be read. */
export type NameOf = (entry: ConfigEntry) => string | undefined;

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

/**
 * The only entry of a config that is meant where a command line names no source. Of several, `--name` and `--entrypoint`
 * choose: by what the config says, else by the names that the sources give.
 *
 * @param nameOf - reads a source, which takes its time: it is asked where the config alone does not say.
 */
export function onlyEntry(options: ChainOptions, config: Config, nameOf: NameOf): ConfigEntry {
  const { entries, file } = config;
  const [first, ...others] = entries;
  if (first === undefined) throw new ConfigError(config, [noChains(file)]);
  if (others.length === 0) return first;
  const [said, ...more] = isNaming(options) ? entries.filter((entry) => isNamed(entry, options)) : [];
  if (said !== undefined && more.length === 0) return said;
  const own = entries.map((entry) => ({ entry, name: nameOf(entry) }));
  const [meant, ...rest] = isNaming(options) ? own.filter((one) => isNamed(one.entry, options, one.name)) : [];
  if (meant !== undefined && rest.length === 0) return meant.entry;
  throw new UsageError(severalText(file, own, options));
}

/** An entry, and the name of its source. */
interface NamedEntry {
  readonly entry: ConfigEntry;
  readonly name: string | undefined;
}

/** More than these tell nobody which one is meant. */
const maximumListed = 10;

function severalText(file: string, own: readonly NamedEntry[], { name, entrypoint }: ChainOptions): string {
  const names = own.flatMap((one) => one.entry.options.name ?? one.name ?? []);
  const asked = name ?? entrypoint;
  const near = asked === undefined ? undefined : similarName(asked, names);
  const meant = near === undefined ? "" : `; did you mean ${near}?`;
  const none = asked === undefined || names.includes(asked) ? "" : `, and none is called ${asked}${meant}`;
  const listed = own.slice(0, maximumListed).map((one) => `  ${lineOf(one)}`);
  const left = own.length - listed.length;
  const lines = [...listed, ...(left > 0 ? [`  and ${left} more`] : [])];
  return `${file} has several chains${none}. Name one by its file, or with --name:\n${lines.join("\n")}`;
}

function lineOf({ entry: { source, options }, name }: NamedEntry): string {
  const path = typeof source === "string" ? source : source.input;
  const shown = options.name ?? name;
  return shown === undefined ? path : `${path} (${shown})`;
}

function isNaming({ name, entrypoint }: ChainOptions): boolean {
  return (name ?? entrypoint) !== undefined;
}

function isNamed({ options: own }: ConfigEntry, { name, entrypoint }: ChainOptions, ofSource?: string): boolean {
  return (
    (name === undefined || (own.name ?? ofSource) === name) &&
    (entrypoint === undefined || (own.entrypoint ?? ofSource) === entrypoint)
  );
}

function fileOf({ source }: ConfigEntry, { folder }: Config): string | undefined {
  if (typeof source !== "string") return undefined;
  const revision = revisionPathOf(source);
  return revision === undefined ? resolve(source) : resolve(folder, revision.path);
}
