import { availableParallelism } from "node:os";
import type { ChainId } from "./chain-id.js";
import { type ChainSource, type StaticSource, sourcePath } from "./chain-source.js";
import { type Diagnostic, hasError } from "./diagnostics/diagnostic.js";
import type { EmitOptions } from "./emit/emit-options.js";
import { mapConcurrently } from "./map-concurrently.js";
import type { EmittedPackage } from "./package/emit-package.js";
import type { PresentPackageJson } from "./package/package-json.js";
import type { PackageSettings } from "./package/package-settings.js";
import type { ModulePlan } from "./plan/module-plan.js";
import type { ChainToPlan } from "./plan/plan-client.js";
import { planClient } from "./plan/plan-client.js";
import type { SourceReading } from "./read/read-result.js";
import { readSource } from "./read/read-source.js";
import { readSchemaPair } from "./read/schema-pair.js";
import type { SourceHost } from "./read/source-host.js";
import type { ChainSignature } from "./signature.js";

/** One chain of a client: where its signature comes from, and where the chain lives. */
export interface ChainRequest {
  readonly source: ChainSource;
  /** What the client names as its source: a path with `/`, relative to the client's folder. */
  readonly label: string;
  /** Baked into the client, so that a call needs no address. */
  readonly chainId?: ChainId;
  /** Likewise: the address as the platform shows it. */
  readonly chainUrl?: string;
  /** Whether this chain gets binary calls. @defaultValue what the options of the client say */
  readonly binary?: boolean;
  /** Whether the floats of its answers may be `null`. @defaultValue what the options of the client say */
  readonly nanAsNull?: boolean;
  /** Whether the schema of its arguments is emitted. @defaultValue what the options of the client say */
  readonly schemas?: boolean;
}

/** What a client consists of, and whether it is a package. */
export interface ClientOptions extends EmitOptions {
  /** Makes a package that can be published of it, whose imports end in `.js` whatever is said. */
  readonly package?: PackageRequest;
  /** Called whenever a chain has been read. @defaultValue nothing is called */
  readonly onRead?: (request: ChainRequest) => void;
}

/** A package, and what is in its folder already. */
export interface PackageRequest {
  readonly settings: PackageSettings;
  /** The package.json, which belongs to the user as well. */
  readonly present?: PresentPackageJson;
}

/** The files of a client, in memory. They are whole or, where anything is wrong, none. */
export interface GeneratedClient {
  /** By path relative to the client's folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
  /** That of each chain, in the order of the requests, with the label as its source; none of a chain that has an error. */
  readonly signatures: readonly (ChainSignature | undefined)[];
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
  options: ClientOptions,
): Promise<GeneratedClient> {
  const readings = await mapConcurrently(requests, availableParallelism(), async (request) => {
    const reading = await readOrIntrospect(host, request.source);
    options.onRead?.(request);
    return { request, reading };
  });
  const signatures = readings.map(labelledSignature);
  const filesRead = [...new Set(readings.flatMap(({ reading }) => reading.filesRead))].sort();
  const readProblems = distinct(readings.flatMap(({ reading }) => reading.diagnostics));
  if (hasError(readProblems)) return { files: new Map(), diagnostics: readProblems, signatures, filesRead };
  const chains = readings.flatMap(({ request, reading }) => chainToPlan(request, reading, options));
  const { modules, diagnostics: planProblems } = planClient(chains);
  const diagnostics = [...readProblems, ...planProblems];
  if (hasError(diagnostics)) return { files: new Map(), diagnostics, signatures, filesRead };
  const emitted = await emitFiles(modules, signatures, options);
  return { files: emitted.files, diagnostics: [...diagnostics, ...emitted.diagnostics], signatures, filesRead };
}

/** The files of a client, or of the package that it is to be. */
async function emitFiles(
  modules: readonly ModulePlan[],
  signatures: readonly (ChainSignature | undefined)[],
  { package: request, ...options }: ClientOptions,
): Promise<EmittedPackage> {
  const { emitClient } = await import("./emit/emit-client.js");
  if (request === undefined) return { files: await emitClient(modules, options), diagnostics: [] };
  const { emitPackage } = await import("./package/emit-package.js");
  const client = await emitClient(modules, { ...options, importExtension: "js" });
  return await emitPackage({ ...request, modules, client, signatures: signatures.flatMap((one) => one ?? []) });
}

/** What a reading says without saying where on this machine. */
function labelledSignature({ request, reading }: LabelledReading): ChainSignature | undefined {
  return reading.signature && { ...reading.signature, source: request.label };
}

interface LabelledReading {
  readonly request: ChainRequest;
  readonly reading: SourceReading;
}

/** What is wrong with a module that chains share is said once. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((diagnostic) => [JSON.stringify(diagnostic), diagnostic])).values()];
}

function chainToPlan(
  request: ChainRequest,
  { signature }: SourceReading,
  { binary = false, nanAsNull = false, schemas = false }: EmitOptions,
): readonly ChainToPlan[] {
  if (signature === undefined) return [];
  return [
    {
      signature,
      source: request.label,
      path: sourcePath(request.source),
      binary: request.binary ?? binary,
      nanAsNull: request.nanAsNull ?? nanAsNull,
      schemas: request.schemas ?? schemas,
      ...(request.chainId === undefined ? {} : { chainId: request.chainId }),
      ...(request.chainUrl === undefined ? {} : { url: request.chainUrl }),
    },
  ];
}
