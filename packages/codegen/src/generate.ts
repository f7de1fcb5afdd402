import { availableParallelism } from "node:os";
import { type ChainSource, type StaticSource, sourcePath } from "./chain-source.js";
import { type Diagnostic, hasError } from "./diagnostics/diagnostic.js";
import type { EmitOptions } from "./emit/emit-options.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { ChainToPlan } from "./plan/plan-client.js";
import { planClient } from "./plan/plan-client.js";
import type { SourceReading } from "./read/read-result.js";
import { readSource } from "./read/read-source.js";
import { readSchemaPair } from "./read/schema-pair.js";
import type { SourceHost } from "./read/source-host.js";

/** One chain of a client: where its signature comes from, and where the chain lives. */
export interface ChainRequest {
  readonly source: ChainSource;
  /** What the client names as its source: a path with `/`, relative to the client's folder. */
  readonly label: string;
  /** Baked into the client, so that a call needs no address. */
  readonly chainId?: string;
  /** Likewise: the address as the platform shows it. */
  readonly chainUrl?: string;
}

/** The files of a client, in memory. They are whole or, where anything is wrong, none. */
export interface GeneratedClient {
  /** By path relative to the client's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** Every path that was read, or looked for and not found. */
  readonly filesRead: readonly string[];
}

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
  options: EmitOptions,
): Promise<GeneratedClient> {
  const readings = await mapConcurrently(requests, availableParallelism(), async (request) => ({
    request,
    reading: await readOrIntrospect(host, request.source),
  }));
  const filesRead = [...new Set(readings.flatMap(({ reading }) => reading.filesRead))].sort();
  const readProblems = distinct(readings.flatMap(({ reading }) => reading.diagnostics));
  if (hasError(readProblems)) return { files: new Map(), diagnostics: readProblems, filesRead };
  const chains = readings.flatMap(({ request, reading }) => chainToPlan(request, reading, options));
  const { modules, diagnostics: planProblems } = planClient(chains);
  const diagnostics = [...readProblems, ...planProblems];
  if (hasError(diagnostics)) return { files: new Map(), diagnostics, filesRead };
  const { emitClient } = await import("./emit/emit-client.js");
  return { files: await emitClient(modules, options), diagnostics, filesRead };
}

/** What is wrong with a module that chains share is said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function chainToPlan(
  request: ChainRequest,
  { signature }: SourceReading,
  { binary = false }: EmitOptions,
): readonly ChainToPlan[] {
  if (signature === undefined) return [];
  return [
    {
      signature,
      source: request.label,
      path: sourcePath(request.source),
      binary,
      ...(request.chainId === undefined ? {} : { chainId: request.chainId }),
      ...(request.chainUrl === undefined ? {} : { url: request.chainUrl }),
    },
  ];
}
