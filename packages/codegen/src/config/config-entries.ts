import { resolve } from "node:path";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { revisionPathOf } from "../read/revision-path.js";
import type { SourceHost } from "../read/source-host.js";
import { type ChainFiles, chainFiles } from "./chain-files.js";
import { type ChainOptions, overlay } from "./chain-options.js";
import type { ChainConfig } from "./config.js";
import type { ConfigEntry } from "./config-entry.js";
import type { ConfigFile } from "./config-file.js";
import type { GlobFiles } from "./glob-files.js";
import { globProblem, helperNote } from "./glob-problems.js";
import { fromHere } from "./located-options.js";
import { globFolder, isGlob, matchFiles } from "./match-files.js";
import type { ConfigPath } from "./place-text.js";

/** A chain of a config with its options, before it is known which files it is about. */
export interface ConfigChain {
  readonly chain: ChainConfig;
  readonly options: ChainOptions;
  readonly path: ConfigPath;
}

/** A chain of a config whose source is a glob, with the files that it matches. */
interface MatchedGlob extends ConfigChain {
  readonly glob: string;
  /** Absolute. */
  readonly matched: readonly string[];
  /** Those that have no chain of their own. */
  readonly own: ChainFiles;
}

/** Where a config and its chains lie. */
export interface EntriesPlace {
  readonly host: SourceHost;
  readonly files: GlobFiles;
  readonly config: ConfigFile;
  /** What the top of the config says. */
  readonly defaults: ChainOptions;
  /** The folder of the config: absolute. */
  readonly folder: string;
}

/** The chains of a config with one file each. */
export interface ConfigEntries {
  readonly entries: readonly ConfigEntry[];
  readonly globFolders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** What globs match beside chains. */
  readonly notes: readonly Diagnostic[];
}

/**
 * The chains of a config with one file each: a glob stands for the files that it matches and that have no chain of their
 * own, and what it says holds for those as well, where they do not say otherwise.
 */
export async function configEntries(chains: readonly ConfigChain[], place: EntriesPlace): Promise<ConfigEntries> {
  const { folder, files, config } = place;
  const paths = chains.flatMap(({ chain: { source } }) => (typeof source === "string" ? [source] : []));
  const named = new Set(paths.filter((path) => !isGlob(folder, path, files)).map((path) => resolve(folder, path)));
  const globs = new Map<ConfigChain, MatchedGlob>();
  for (const chain of chains) {
    const { source } = chain.chain;
    if (typeof source !== "string" || !isGlob(folder, source, files)) continue;
    globs.set(chain, await matchGlob({ ...chain, glob: source }, named, place));
  }
  const all = [...globs.values()];
  return {
    entries: chains.flatMap((chain) => {
      const matched = globs.get(chain);
      if (matched === undefined) return [inherited(entryOf(chain, folder), all)];
      return matched.own.chains.map((path) => ({ ...entryOf(chain, folder), source: fromHere(folder, path) }));
    }),
    globFolders: all.map(({ glob }) => resolve(folder, globFolder(glob))),
    diagnostics: all.flatMap((one) => globProblem(one, config) ?? []),
    notes: all.flatMap((one) => helperNote(one, config) ?? []),
  };
}

async function matchGlob(
  chain: ConfigChain & { readonly glob: string },
  named: ReadonlySet<string>,
  { host, files, folder, defaults }: EntriesPlace,
): Promise<MatchedGlob> {
  const paths = await matchFiles(folder, chain.glob, files);
  const unnamed = paths.filter((path) => !named.has(resolve(folder, path)));
  const own = await chainFiles(host, unnamed, { folder, files, options: overlay(defaults, chain.options) });
  return { ...chain, matched: paths.map((path) => resolve(folder, path)), own };
}

/** What a glob says of a file that has a chain of its own; of several globs, the first that matches it. */
function inherited(entry: ConfigEntry, globs: readonly MatchedGlob[]): ConfigEntry {
  const { source } = entry;
  if (typeof source !== "string") return entry;
  const glob = globs.find(({ matched }) => matched.includes(resolve(source)));
  if (glob === undefined) return entry;
  // These are of one chain, which is another one.
  const options = { ...glob.options, name: undefined, chainId: undefined, chainUrl: undefined };
  return { ...entry, options: overlay(options, entry.options) };
}

function entryOf({ chain: { source }, options, path }: ConfigChain, folder: string): ConfigEntry {
  if (typeof source === "string") {
    return { path, options, source: revisionPathOf(source) === undefined ? fromHere(folder, source) : source };
  }
  return { path, options, source: { input: fromHere(folder, source.input), output: fromHere(folder, source.output) } };
}
