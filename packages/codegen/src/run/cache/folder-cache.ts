import { join, resolve } from "node:path";
import { sha256 } from "../../hash.js";
import type { FolderMemory } from "../abandoned-folders.js";
import { keepText, readKept } from "./kept-text.js";

/** What is kept of a config. */
interface KeptFolders {
  readonly own: readonly string[];
  readonly abandoned: readonly string[];
}

/**
 * Opens the cache of what a config has left behind. Folders that come back with a merge are found by the next check, which
 * remembers nothing.
 *
 * @param folder - where it is kept.
 * @param config - the path of the config.
 */
export function openFolderCache(folder: string, config: string): FolderMemory {
  const file = join(folder, `${sha256(resolve(config))}.folders.json`);
  return {
    find(own) {
      const text = readKept(file);
      // It is whole, and so it is what `keep` wrote.
      const kept = text === undefined ? undefined : (JSON.parse(text) as KeptFolders);
      return kept !== undefined && JSON.stringify(kept.own) === JSON.stringify(own) ? kept.abandoned : undefined;
    },
    keep(own, abandoned) {
      keepText(file, JSON.stringify({ own, abandoned } satisfies KeptFolders));
    },
  };
}
