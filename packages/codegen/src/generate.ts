import { availableParallelism } from "node:os";
import { buildClient, type GeneratedClient } from "./build-client.js";
import type { ChainSource, StaticSource } from "./chain-source.js";
import type { ChainRequest, ClientOptions } from "./client-request.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { SourceReading } from "./read/read-result.js";
import { readSource } from "./read/read-source.js";
import { readSchemaPair } from "./read/schema-pair.js";
import type { SourceHost } from "./read/source-host.js";

/** Reads a chain's signature. It runs nothing of what it reads. */
export function readChain(host: SourceHost, source: StaticSource): SourceReading {
  return "schemas" in source ? readSchemaPair(host, source.schemas) : readSource(host, source.path, source.options);
}

/** Reads a chain's signature. Where the source asks for introspection, and only there, the user's Python runs it. */
export async function readOrIntrospect(host: SourceHost, source: ChainSource): Promise<SourceReading> {
  if ("schemas" in source || source.introspection === undefined) return readChain(host, source);
  const { introspectSource } = await import("./read/introspect/introspect.js");
  return await introspectSource(host, source.path, source.options, source.introspection);
}

/** Generates the client of one or several chains. It writes nothing, and the same input gives the same bytes. */
export async function generateClient(
  host: SourceHost,
  requests: readonly ChainRequest[],
  options: ClientOptions,
): Promise<GeneratedClient> {
  return await generateFrom(host, readOrIntrospect, requests, options);
}

/** The same, of chains that are read in the caller's way. */
export async function generateFrom<Host extends SourceHost>(
  host: Host,
  read: (host: Host, source: ChainSource) => Promise<SourceReading>,
  requests: readonly ChainRequest[],
  options: ClientOptions,
): Promise<GeneratedClient> {
  const readings = await mapConcurrently(requests, availableParallelism(), async (request) => {
    const reading = await read(host, request.source);
    options.onRead?.(request);
    return { request, reading };
  });
  return await buildClient(readings, options);
}
