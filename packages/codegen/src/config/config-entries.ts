import { resolve } from "node:path";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { revisionPathOf } from "../read/revision-path.js";
import type { ChainOptions } from "./chain-options.js";
import type { ChainConfig } from "./config.js";
import type { ConfigEntry } from "./config-entry.js";
import type { ConfigFile } from "./config-file.js";
import type { GlobFiles } from "./glob-files.js";
import { fromHere } from "./located-options.js";
import { globFolder, isGlob, matchFiles } from "./match-files.js";
import { type ConfigPath, placeText } from "./place-text.js";

/** A chain of a config with its options, before it is known which files it is about. */
export interface ConfigChain {
  readonly chain: ChainConfig;
  readonly options: ChainOptions;
  readonly path: ConfigPath;
}

/** The chains of a config with one file each: a glob stands for the files that it matches and that have no chain of their own. */
export async function configEntries(
  chains: readonly ConfigChain[],
  folder: string,
  config: ConfigFile,
  files: GlobFiles,
): Promise<{
  readonly entries: readonly ConfigEntry[];
  readonly globFolders: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}> {
  const paths = chains.flatMap(({ chain: { source } }) => (typeof source === "string" ? [source] : []));
  const named = new Set(paths.filter((path) => !isGlob(folder, path, files)).map((path) => resolve(folder, path)));
  const expanded = await Promise.all(
    chains.map(async (chain) => {
      const { source } = chain.chain;
      if (typeof source !== "string" || !isGlob(folder, source, files)) return { entries: [entryOf(chain, folder)] };
      const matched = await matchFiles(folder, source, files);
      const own = matched.filter((path) => !named.has(resolve(folder, path)));
      const problem = globProblem(chain, source, { matched, own }, config);
      return { entries: own.map((path) => ({ ...entryOf(chain, folder), source: fromHere(folder, path) })), problem };
    }),
  );
  return {
    entries: expanded.flatMap(({ entries }) => entries),
    globFolders: paths.filter((path) => isGlob(folder, path, files)).map((glob) => resolve(folder, globFolder(glob))),
    diagnostics: expanded.flatMap(({ problem }) => problem ?? []),
  };
}

function entryOf({ chain: { source }, options, path }: ConfigChain, folder: string): ConfigEntry {
  if (typeof source === "string") {
    return { path, options, source: revisionPathOf(source) === undefined ? fromHere(folder, source) : source };
  }
  return { path, options, source: { input: fromHere(folder, source.input), output: fromHere(folder, source.output) } };
}

/** What is wrong with a glob: it matches nothing, or is given what only one chain can have. */
function globProblem(
  { chain, path }: ConfigChain,
  glob: string,
  { matched, own }: { readonly matched: readonly string[]; readonly own: readonly string[] },
  { file, locate }: ConfigFile,
): Diagnostic | undefined {
  if (matched.length === 0) {
    const place = [...path, "source"];
    const help =
      "correct it; it starts at the folder of the config, and matches nothing in node_modules or dot folders";
    const message = `${placeText(place)} in ${file} matches no file: ${glob}`;
    return error("TC606", message, { location: locate(place), help });
  }
  const key = (["name", "chainId", "chainUrl"] as const).find((name) => chain[name] !== undefined);
  if (key === undefined || own.length < 2) return undefined;
  const place = [...path, key];
  return error("TC605", `${placeText(place)} in ${file} is of one chain, and its glob matches ${own.length} files`, {
    location: locate(place),
    help: "give the file that it is of a chain of its own; the glob then stands for the others",
  });
}
