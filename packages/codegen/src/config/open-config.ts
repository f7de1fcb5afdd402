import { existsSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type Diagnostic, hasError, type Location, warning } from "../diagnostics/diagnostic.js";
import type { EmitOptions } from "../emit/emit-options.js";
import type { SourceHost } from "../read/source-host.js";
import type { ChainOptions } from "./chain-options.js";
import { checkConfig } from "./check-config.js";
import { checkEntry, checkRivals } from "./check-together.js";
import type { ChainConfig, SharedConfig, TypedChainsConfig } from "./config.js";
import { type ConfigChain, configEntries } from "./config-entries.js";
import type { ConfigEntry } from "./config-entry.js";
import { type ConfigFile, loadConfigFile } from "./config-file.js";
import { configTypes } from "./config-types.js";
import { configNames, findConfig } from "./find-config.js";
import { diskFiles, type GlobFiles } from "./glob-files.js";
import { fromHere, locatedOptions } from "./located-options.js";
import type { ConfigPath } from "./place-text.js";
import { type RunProgram, runAgain, runOnce } from "./run-program.js";

/** A config that can be used. Paths start at the current folder. */
export interface Config {
  /** The file, as it is shown. */
  readonly file: string;
  /** Its folder: absolute. */
  readonly folder: string;
  readonly importExtension?: EmitOptions["importExtension"] | undefined;
  /** What holds for every chain that does not say otherwise. */
  readonly defaults: ChainOptions;
  readonly entries: readonly ConfigEntry[];
  /** What its globs match that is no chain: of interest to who generates all of them. */
  readonly notes: readonly Diagnostic[];
  /** Where a value of it stands. */
  readonly locate: (path: ConfigPath) => Promise<Location>;
}

/** What came of looking for a config: none where there is none, or where an error says why. */
export interface ConfigOpening {
  readonly config?: Config;
  readonly diagnostics: readonly Diagnostic[];
  /** The folders that its globs look into: absolute. An error may be that nothing is there yet. */
  readonly globFolders?: readonly string[];
}

/** How a config is opened. */
export interface OpenOptions {
  /** Whether a program is run again that this process has run before. @defaultValue false */
  readonly isReloaded?: boolean;
}

/**
 * Opens the config of the current folder.
 *
 * @param named - the path of the file, where the user names it; else it is looked for.
 */
export async function openConfig(
  host: SourceHost,
  named: string | undefined,
  { isReloaded = false }: OpenOptions = {},
): Promise<ConfigOpening> {
  const path = named === undefined ? await findConfig(process.cwd()) : resolve(named);
  if (path === undefined) return { diagnostics: [] };
  const opening = await openConfigFile({ host, files: diskFiles, run: isReloaded ? runAgain : runOnce }, path);
  const passedOver = named === undefined ? otherConfigs(path) : [];
  return { ...opening, diagnostics: [...passedOver, ...opening.diagnostics] };
}

/** Tells of the configs beside the one that counts: whoever edits them wonders why nothing happens. */
function otherConfigs(path: string): readonly Diagnostic[] {
  const others = configNames.filter((name) => name !== "package.json" && name !== basename(path));
  return others
    .filter((name) => existsSync(join(dirname(path), name)))
    .map((name) => {
      const other = fromHere(".", join(dirname(path), name));
      const message = `${other} is not read: ${fromHere(".", path)} beside it is used`;
      const help = "remove one of them, or choose one with --config";
      return warning("TC601", message, { location: { file: other }, help });
    });
}

/** Where a config and its chains lie: on disk, or in a revision of the repository. */
export interface ConfigPlace {
  /** Paths start at the current folder. */
  readonly host: SourceHost;
  readonly files: GlobFiles;
  readonly run: RunProgram;
}

/**
 * Opens a config.
 *
 * @param path - absolute.
 */
export async function openConfigFile(place: ConfigPlace, path: string): Promise<ConfigOpening> {
  const loading = await loadConfigFile(place.host, path, { file: fromHere(".", path), run: place.run });
  if (!loading.ok) return { diagnostics: [loading.diagnostic] };
  const opening = await readConfig(place, loading.config, dirname(path));
  if (opening.diagnostics.length === 0 && (opening.config?.notes ?? []).length === 0) return opening;
  return await readConfig(place, await loading.config.withPlaces(), dirname(path));
}

async function readConfig(place: ConfigPlace, file: ConfigFile, folder: string): Promise<ConfigOpening> {
  const { config, diagnostics } = checkConfig(file);
  return config === undefined ? { diagnostics } : await readChecked(place, config, file, folder);
}

async function readChecked(
  { host, files }: ConfigPlace,
  value: TypedChainsConfig,
  file: ConfigFile,
  folder: string,
): Promise<ConfigOpening> {
  const top = await readLevel(host, value, [], { file, folder });
  const levels = await Promise.all(
    (value.chains ?? []).map(async (chain, index): Promise<ConfigChain & { diagnostics: readonly Diagnostic[] }> => {
      const path = ["chains", index];
      return { chain, path, ...(await readLevel(host, chain, path, { file, folder })) };
    }),
  );
  const { entries, globFolders, diagnostics, notes } = await configEntries(levels, {
    ...{ host, files, folder },
    config: file,
    defaults: top.options,
  });
  const problems = [
    ...[top, ...levels].flatMap((level) => level.diagnostics),
    ...diagnostics,
    ...entries.flatMap((entry) => checkEntry(entry, file)),
  ];
  if (hasError(problems)) return { diagnostics: problems, globFolders };
  const { importExtension } = value;
  const locate = async (path: ConfigPath): Promise<Location> => (await file.withPlaces()).locate(path);
  return {
    config: { file: file.file, folder, importExtension, defaults: top.options, entries, notes, locate },
    diagnostics: problems,
    globFolders,
  };
}

/** Reads what one level of a config says of its chains. */
async function readLevel(
  host: SourceHost,
  level: SharedConfig & Partial<ChainConfig>,
  path: ConfigPath,
  { file, folder }: { readonly file: ConfigFile; readonly folder: string },
): Promise<{ readonly options: ChainOptions; readonly diagnostics: readonly Diagnostic[] }> {
  const options = locatedOptions(level, folder);
  const problems = checkRivals(level, path, file);
  if (level.types === undefined) return { options, diagnostics: problems };
  const { types, diagnostics } = await configTypes(host, level.types, {
    config: file,
    folder,
    path: [...path, "types"],
  });
  return { options: { ...options, types }, diagnostics: [...problems, ...diagnostics] };
}
