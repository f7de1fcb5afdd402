import { availableParallelism } from "node:os";
import { type BuildOptions, type BuiltChain, buildChain } from "./build-chain.js";
import { buildClient, type GeneratedClient } from "./build-client.js";
import { type ChainSource, isIntrospected, type StaticSource } from "./chain-source.js";
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
  if (!isIntrospected(source)) return readChain(host, source);
  const { introspectSource } = await import("./read/introspect/introspect.js");
  return await introspectSource(host, source.path, source.options, source.introspection);
}

/** Builds chains. The order is kept. */
export type ChainBuilder = (requests: readonly ChainRequest[], options: BuildOptions) => Promise<readonly BuiltChain[]>;

/** Reads a chain of a host. */
export type ChainReader<Host extends SourceHost> = (host: Host, source: ChainSource) => Promise<SourceReading>;

/** Builds chains of a host, which are read in this way. */
export function chainBuilder<Host extends SourceHost>(
  host: Host,
  read: ChainReader<Host>,
  onRead: (request: ChainRequest) => void = () => {},
): ChainBuilder {
  return async (requests, options) =>
    await mapConcurrently(requests, availableParallelism(), async (request) => {
      const reading = await read(host, request.source);
      onRead(request);
      return await buildChain(request, reading, options);
    });
}

/** Generates the client of one or several chains. It writes nothing, and the same input gives the same bytes. */
export async function generateClient(
  host: SourceHost,
  requests: readonly ChainRequest[],
  options: ClientOptions,
): Promise<GeneratedClient> {
  const build = chainBuilder(host, readOrIntrospect, options.onRead);
  return await buildClient(await build(requests, buildOptions(options)), options);
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
