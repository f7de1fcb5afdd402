import { existsSync, readFileSync } from "node:fs";
import type { FileSystemAdapter } from "tinyglobby";
import type { SourceHost } from "../read/source-host.js";
import { fromHere } from "./located-options.js";

/** The files that globs look into. */
export interface GlobFiles {
  /** Whether there is a file or a folder. @param path - absolute. */
  has(path: string): boolean;
  /** The text of a file, where it can be read. @param path - absolute. */
  read(path: string): string | undefined;
  /** What stands in for the disk. */
  readonly fs?: FileSystemAdapter;
}

/** The files on disk. */
export const diskFiles: GlobFiles = { has: existsSync, read: textOnDisk };

function textOnDisk(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** The files of a host whose paths start at the current folder. */
export function hostFiles(host: SourceHost): GlobFiles {
  const readdir = (path: string, _options: unknown, done: (error: null, entries: readonly Entry[]) => void): void => {
    const folder = fromHere(".", path);
    done(
      null,
      host.list(folder).map((name) => entryOf(name, host.exists(`${folder}/${name}`))),
    );
  };
  return {
    has: (path) => host.realPath(fromHere(".", path)) !== undefined,
    read: (path) => {
      const file = host.read(fromHere(".", path));
      return file.ok ? new TextDecoder().decode(file.bytes) : undefined;
    },
    // Of the many forms of Node's function, this is the one that is called.
    fs: { readdir: readdir as unknown as NonNullable<FileSystemAdapter["readdir"]> },
  };
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
