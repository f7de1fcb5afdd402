import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileSystemAdapter } from "tinyglobby";
import type { SourceHost } from "../read/source-host.js";
import { fromHere } from "./located-options.js";

/** The files that globs look into. */
export interface GlobFiles {
  /** Whether there is a file or a folder. @param path - absolute. */
  has(path: string): boolean;
  /** The text of a file, where it can be read. @param path - absolute. */
  read(path: string): string | undefined;
  /** Where a path that is there leads by links. @param path - absolute. */
  endOf(path: string): string;
  readonly fs: FileSystemAdapter;
}

/** The files on disk. */
export const diskFiles: GlobFiles = {
  has: existsSync,
  read: textOnDisk,
  endOf: (path) => realpathSync.native(path),
  fs: adapterOf(entriesOnDisk),
};

/** A link to a file is that file: a build system may give sources as links. One to a folder may lead in a circle. */
function entriesOnDisk(folder: string): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => {
      return entry.isSymbolicLink() && isFile(join(folder, entry.name)) ? entryOf(entry.name, true) : entry;
    });
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    // It leads nowhere, or in a circle.
    return false;
  }
}

function textOnDisk(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The files of a host whose paths start at the current folder. */
export function hostFiles(host: SourceHost): GlobFiles {
  const entriesOf = (path: string): readonly Entry[] => {
    const folder = fromHere(".", path);
    return host.list(folder).map((name) => entryOf(name, host.exists(`${folder}/${name}`)));
  };
  return {
    has: (path) => host.realPath(fromHere(".", path)) !== undefined,
    read: (path) => {
      const file = host.read(fromHere(".", path));
      return file.ok ? new TextDecoder().decode(file.bytes) : undefined;
    },
    endOf: (path) => path,
    fs: adapterOf(entriesOf),
  };
}

function adapterOf(entriesOf: (folder: string) => readonly Entry[]): FileSystemAdapter {
  const readdir = (path: string, _options: unknown, done: (error: null, entries: readonly Entry[]) => void): void =>
    done(null, entriesOf(path));
  // Of the many forms of Node's function, this is the one that is called.
  return { readdir: readdir as unknown as NonNullable<FileSystemAdapter["readdir"]> };
}

/** What is asked of an entry of a folder. */
interface Entry {
  readonly name: string;
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

function entryOf(name: string, isFile: boolean): Entry {
  return { name, isFile: () => isFile, isDirectory: () => !isFile, isSymbolicLink: () => false };
}
