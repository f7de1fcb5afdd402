import { availableParallelism } from "node:os";
import { type BuildOptions, buildChain } from "./build-chain.js";
import { buildClient, type GeneratedClient } from "./build-client.js";
import { type ChainSource, isIntrospected, type StaticSource } from "./chain-source.js";
import type { ChainRequest, ClientOptions } from "./client-request.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { SourceReading } from "./read/read-result.js";
import { readSource } from "./read/read-source.js";
import { readSchemaPair } from "./read/schema-pair.js";
import type { SourceHost } from "./read/source-host.js";

/**
 * Reads a chain's signature. It runs nothing that it reads.
 *
 * @param host - Where the files are: {@link diskHost}, {@link memoryHost}, or one of your own.
 */
export function readChain(host: SourceHost, source: StaticSource): SourceReading {
  return "schemas" in source ? readSchemaPair(host, source.schemas) : readSource(host, source.path, source.options);
}

/** Reads a chain's signature. Only if the source asks for introspection does the user's Python run it. */
export async function readOrIntrospect(host: SourceHost, source: ChainSource): Promise<SourceReading> {
  if (!isIntrospected(source)) return readChain(host, source);
  const { introspectSource } = await import("./read/introspect/introspect.js");
  return await introspectSource(host, source.path, source.options, source.introspection);
}

/**
 * Generates the client of one or several chains. It writes nothing, and the same input gives the same bytes.
 *
 * @param host - Where the sources are.
 * @param requests - The chains of the client. The signatures come in their order; the files do not depend on it.
 * @returns The files, or none where a diagnostic is an error. A mistake in a source never throws.
 */
export async function generateClient(
  host: SourceHost,
  requests: readonly ChainRequest[],
  options: ClientOptions,
): Promise<GeneratedClient> {
  const building = buildOptions(options);
  const chains = await mapConcurrently(requests, availableParallelism(), async (request) => {
    const reading = await readOrIntrospect(host, request.source);
    options.onRead?.(request);
    return await buildChain(request, reading, building);
  });
  return await buildClient(chains, options);
}

/** How the chains of a client are built. */
export function buildOptions({ binary, nanAsNull, schemas, package: request }: ClientOptions): BuildOptions {
  return {
    ...(binary === undefined ? {} : { binary }),
    ...(nanAsNull === undefined ? {} : { nanAsNull }),
    ...(schemas === undefined ? {} : { schemas }),
    ...(request === undefined ? {} : { packageName: request.settings.name }),
  };
}
