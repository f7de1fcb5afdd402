import { isIntrospected, sourcePath } from "../../chain-source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import type { ClientFeatures } from "../../diff/client-types.js";
import { readChain } from "../../generate.js";
import type { SourceReading } from "../../read/read-result.js";
import { revisionPathOf } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import { relativePath } from "../../relative-path.js";
import type { ChainSignature } from "../../signature.js";
import type { ResolvedChain } from "../resolve/resolved-chain.js";
import { stillOptions, stillSource } from "./still-source.js";

/** A chain of a config that was read, and of which nothing was run. */
export interface ReadChain {
  /** The package that its client is, else the folder. */
  readonly client: string | undefined;
  /** The folder of its client, as it is seen from the current one. */
  readonly out: string | undefined;
  /** Its file, as it is seen from the folder of the config: the source of its signature. */
  readonly label: string;
  /** The same, as it is seen from the current folder. */
  readonly path: string;
  readonly features: ClientFeatures;
  readonly signature?: ChainSignature;
  /** What is to be told of it, whatever it is compared with. */
  readonly diagnostics: readonly Diagnostic[];
  /** Why it has no signature, where that only means that it cannot be compared. */
  readonly problems: readonly Diagnostic[];
}

/** Reads a chain as it is. One that is run is read, too: what it was can only be read. */
export function readNow(host: SourceHost, chain: ResolvedChain, folder: string): ReadChain {
  const { source } = chain;
  if (isIntrospected(source)) return readStill(readChain(host, stillSource(source)), chain, folder);
  const reading = readChain(host, source);
  return { ...readStill(reading, chain, folder), diagnostics: reading.diagnostics, problems: [] };
}

/** Reads a chain as it was; nothing where it was not there. */
export function readThen(host: SourceHost, chain: ResolvedChain, folder: string): ReadChain | undefined {
  const { source } = chain;
  if (!("schemas" in source) && revisionPathOf(source.path) !== undefined) {
    const { path, options } = source;
    return readStill(readChain(host, { path, options: stillOptions(options) }), chain, folder);
  }
  const still = stillSource(source);
  return host.exists(sourcePath(still)) ? readStill(readChain(host, still), chain, folder) : undefined;
}

function readStill(
  { signature, diagnostics: problems }: SourceReading,
  { source, file, options: { binary = false, nanAsNull = false, package: named, out } }: ResolvedChain,
  folder: string,
): ReadChain {
  const label = relativePath(folder, file);
  return {
    client: named?.name ?? out,
    out,
    label,
    path: sourcePath(source),
    features: { binary, nanAsNull },
    ...(signature && { signature: { ...signature, source: label } }),
    diagnostics: [],
    problems,
  };
}
