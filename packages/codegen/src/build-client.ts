import { sourcePath } from "./chain-source.js";
import type { ChainRequest, ClientOptions } from "./client-request.js";
import { type Diagnostic, distinct, hasError } from "./diagnostics/diagnostic.js";
import type { EmitOptions } from "./emit/emit-options.js";
import type { EmittedPackage } from "./package/emit-package.js";
import type { ModulePlan } from "./plan/module-plan.js";
import { type ChainToPlan, planClient } from "./plan/plan-client.js";
import type { SourceReading } from "./read/read-result.js";
import type { ChainSignature } from "./signature.js";

/** A chain that has been read. */
export interface ChainReading {
  readonly request: ChainRequest;
  readonly reading: SourceReading;
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

/** Makes the client of chains that have been read. */
export async function buildClient(readings: readonly ChainReading[], options: ClientOptions): Promise<GeneratedClient> {
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
function labelledSignature({ request, reading }: ChainReading): ChainSignature | undefined {
  return reading.signature && { ...reading.signature, source: request.label };
}

function chainToPlan(
  request: ChainRequest,
  { signature, scalarEnumerations }: SourceReading,
  { binary = false, nanAsNull = false, schemas = false }: EmitOptions,
): readonly ChainToPlan[] {
  if (signature === undefined) return [];
  return [
    {
      signature,
      ...(scalarEnumerations === undefined ? {} : { scalarEnumerations }),
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
