import { type Config, openConfig } from "../../config/open-config.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import { type Observation, recordingHost } from "../../read/hosts/recording-host.js";
import type { SourceHost } from "../../read/source-host.js";
import { abandonedProblems } from "../../run/abandoned-folders.js";
import { cacheFolder } from "../../run/cache/cache-folder.js";
import { openFolderCache } from "../../run/cache/folder-cache.js";
import type { CommandLine } from "../../run/resolve/command-line.js";
import type { GenerateArguments } from "./generate-options.js";
import type { WatchSession } from "./watch-session.js";

/** The config of a command line, and what it was read from. */
export interface OpenedConfig {
  readonly config: Config | undefined;
  /** The same where the chains are its chains. */
  readonly ofChains: Config | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly globFolders: readonly string[];
  readonly observations: readonly Observation[];
  readonly host: SourceHost;
}

/** Opens it. A program that this process has run before is run again in a session. */
export async function openFor(
  { sources }: CommandLine,
  given: GenerateArguments,
  session: WatchSession | undefined,
): Promise<OpenedConfig> {
  const host = recordingHost(diskHost(process.cwd()));
  const recording = host.record();
  const {
    config,
    diagnostics,
    globFolders = [],
  } = await openConfig(host, given.config, { isReloaded: session !== undefined });
  const ofChains = sources.length > 0 ? undefined : config;
  const { observations } = recording.end();
  const all = [...diagnostics, ...(ofChains?.notes ?? [])];
  return { config, ofChains, diagnostics: all, globFolders, observations, host };
}

/** The folders that the config has left behind. */
export function abandonedOf(config: Config | undefined, { out, check }: GenerateArguments): readonly Diagnostic[] {
  if (config === undefined || out !== undefined) return [];
  if (check === true) return abandonedProblems("error", config);
  const folder = cacheFolder(process.cwd());
  return abandonedProblems("warning", config, folder === undefined ? undefined : openFolderCache(folder, config.file));
}
