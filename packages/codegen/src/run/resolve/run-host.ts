import type { Config } from "../../config/open-config.js";
import { diskHost } from "../../read/hosts/disk-host.js";
import type { SourceHost } from "../../read/source-host.js";
import type { CommandLine } from "./command-line.js";

/**
 * The disk, with paths that start at the current folder. In a config, those of `git:REV:path` start at its own folder: they
 * mean the same from everywhere.
 */
export function runHost(config: Config | undefined, { sources }: CommandLine): SourceHost {
  const here = diskHost(process.cwd());
  if (config === undefined || sources.length > 0) return here;
  const there = diskHost(config.folder);
  return { ...here, at: (revision) => there.at(revision) };
}
