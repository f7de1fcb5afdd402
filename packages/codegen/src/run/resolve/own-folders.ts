import { basename, dirname, join, resolve } from "node:path";
import { overlay } from "../../config/chain-options.js";
import { projectRoot } from "../../config/find-config.js";
import type { Config } from "../../config/open-config.js";
import { relativePath } from "../../relative-path.js";
import { realPath } from "./one-folder.js";

/** The folders that a config names: absolute, without links. */
export function ownFolders({ defaults, entries }: Config): ReadonlySet<string> {
  const folders = entries.flatMap(({ options }) => overlay(defaults, options).out ?? []);
  return new Set(folders.map((out) => realPath(resolve(out))));
}

/**
 * A config as it is seen from a folder: the same on every machine. There is no such path into another repository, which may
 * lie elsewhere.
 */
export function configSeenFrom(out: string, { file }: Config): string | undefined {
  const [folder, path] = [realPath(resolve(out)), resolve(file)];
  // A build system may give a config as a link to where it really lies.
  const config = join(realPath(dirname(path)), basename(path));
  const seen = relativePath(folder, config);
  const isAbove = /^(\.\.\/)*[^/]+$/.test(seen);
  return isAbove || projectRoot(folder) === projectRoot(dirname(config)) ? seen : undefined;
}

/** The same for a folder of a run: it is the config's own, but where `--out` says another one. */
export function ownerOf(out: string, config: Config, given: string | undefined): string | undefined {
  const isOwn = given === undefined || ownFolders(config).has(realPath(resolve(out)));
  return isOwn ? configSeenFrom(out, config) : undefined;
}
