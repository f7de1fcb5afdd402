import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What matters in a folder. */
export type WatchedNames = ReadonlySet<string> | "all";

export type WatchedFolders = ReadonlyMap<string, WatchedNames>;

/** Where a change can matter. All paths are absolute. */
export interface WatchedPlaces {
  /** They need not exist. */
  readonly files: Iterable<string>;
  /** Folders of which everything matters. */
  readonly folders: Iterable<string>;
  /** Folders of which everything matters, and everything in folders below them. */
  readonly trees: Iterable<string>;
}

/** The folders to watch for changes in these places. */
export function watchedFolders({ files, folders, trees }: WatchedPlaces): WatchedFolders {
  const watched = new Map<string, Set<string> | "all">();
  for (const file of files) addName(file, watched);
  for (const folder of folders) watched.set(folder, "all");
  for (const tree of trees) addTree(tree, watched);
  return watched;
}

/** Of what is not there, the first part that is missing is what can appear. */
function addName(path: string, watched: Map<string, Set<string> | "all">): void {
  const folder = dirname(path);
  if (folder === path) return;
  if (!existsSync(folder)) {
    addName(folder, watched);
    return;
  }
  const names = watched.get(folder) ?? new Set();
  if (names !== "all") watched.set(folder, names.add(basename(path)));
}

/** As globs do, it keeps out of `node_modules` and of folders whose names begin with a dot. */
function addTree(folder: string, watched: Map<string, Set<string> | "all">): void {
  if (!existsSync(folder)) {
    addName(folder, watched);
    return;
  }
  watched.set(folder, "all");
  for (const name of foldersIn(folder)) addTree(join(folder, name), watched);
}

function foldersIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && !entry.name.startsWith("."))
      .map(({ name }) => name);
  } catch {
    // What cannot be listed is not looked into by a glob either.
    return [];
  }
}
