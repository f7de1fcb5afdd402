import { resolve } from "node:path";
import type { SourceHost } from "../read/source-host.js";
import type { ChainOptions } from "./chain-options.js";
import type { GlobFiles } from "./glob-files.js";
import { fromHere } from "./located-options.js";

/** The files that a glob matches: those that hold a chain, and the helpers among them. */
export interface ChainFiles {
  readonly chains: readonly string[];
  /** Python files that declare no chainlet. */
  readonly helpers: readonly string[];
}

/** Where files lie, and what is said of all of them. */
interface ChainFilesPlace {
  /** The folder of the config: absolute. */
  readonly folder: string;
  readonly files: GlobFiles;
  readonly options: ChainOptions;
}

/**
 * Tells chains from the helpers that a glob matches too. Where nothing is a chain, nothing is a helper: a mistake in all of
 * them is to be told.
 *
 * @param host - paths start at the current folder.
 * @param paths - they start at the folder of the config.
 */
export async function chainFiles(
  host: SourceHost,
  paths: readonly string[],
  { folder, files, options: { roots, introspect } }: ChainFilesPlace,
): Promise<ChainFiles> {
  // What is run may get its chainlet in ways that cannot be read.
  if (introspect === true) return { chains: paths, helpers: [] };
  // What names the method of a chain need not be read any further, which most files do.
  const doubtful = paths.filter(
    (path) => /\.pyi?$/.test(path) && files.read(resolve(folder, path))?.includes("run_remote") === false,
  );
  if (doubtful.length === 0) return { chains: paths, helpers: [] };
  const { readSource } = await import("../read/read-source.js");
  const isHelper = (path: string): boolean => {
    const where = { project: fromHere(folder, "."), ...(roots === undefined ? {} : { roots }) };
    const { diagnostics } = readSource(host, fromHere(folder, path), where);
    return diagnostics.some(({ code }) => code === "TC205");
  };
  const helpers = new Set(doubtful.filter(isHelper));
  if (helpers.size === paths.length) return { chains: paths, helpers: [] };
  return { chains: paths.filter((path) => !helpers.has(path)), helpers: [...helpers] };
}
