import { resolve } from "node:path";
import { type ChainSource, sourcePath } from "../../chain-source.js";
import type { ChainOptions } from "../../config/chain-options.js";
import type { SchemaPairConfig } from "../../config/config.js";
import type { ConfigPath } from "../../config/place-text.js";
import type { ReadOptions } from "../../read/read-source.js";
import { UsageError } from "../../usage-error.js";

/** One chain with all that is known of it, from the config and the command line. */
export interface ResolvedChain {
  readonly source: ChainSource;
  /** The file that it is known by: absolute. */
  readonly file: string;
  readonly options: ChainOptions;
  /** Where it stands in the config, if it does. */
  readonly path?: ConfigPath;
}

/** Where the paths of a source start, and the project that it belongs to. */
export interface SourceFolders {
  /** Where `git:REV:path` starts: absolute. */
  readonly revisions: string;
  /** The folder of the config, where there is one, as it is seen from there or from the current folder. */
  readonly project: string | undefined;
}

/** A chain of a source and its options. */
export function resolvedChain(
  source: string | SchemaPairConfig,
  options: ChainOptions,
  { revisions, project }: SourceFolders,
): ResolvedChain {
  const chainSource = typeof source === "string" ? fileSource(source, options, project) : pairSource(source, options);
  const path = sourcePath(chainSource);
  const isOfRevision = typeof source === "string" && path !== source;
  return { source: chainSource, file: resolve(isOfRevision ? revisions : ".", path), options };
}

function pairSource({ input, output }: SchemaPairConfig, { name }: ChainOptions): ChainSource {
  if (name === undefined) throw new UsageError("--input-schema, --output-schema and --name go together.");
  return { schemas: { name, inputSchema: input, outputSchema: output } };
}

function fileSource(path: string, options: ChainOptions, project: string | undefined): ChainSource {
  const { entrypoint, name, transport, lenient, strict, roots, types, introspect, python } = options;
  const readOptions: ReadOptions = {
    ...(entrypoint === undefined ? {} : { entrypoint }),
    ...(name === undefined ? {} : { name }),
    ...(lenient === true ? { lenient } : {}),
    ...(roots === undefined ? {} : { roots }),
    ...(project === undefined ? {} : { project }),
    ...(types === undefined ? {} : { types }),
    ...(strict === true ? { strict } : {}),
    ...(transport === undefined ? {} : { transport }),
  };
  if (introspect !== true) return { path, options: readOptions };
  return { path, options: readOptions, introspection: python === undefined ? {} : { python } };
}
