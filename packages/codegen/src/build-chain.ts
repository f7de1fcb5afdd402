import { sourcePath } from "./chain-source.js";
import type { ChainRequest } from "./client-request.js";
import { type Diagnostic, hasError } from "./diagnostics/diagnostic.js";
import type { EmittedChain } from "./emit/emit-client.js";
import type { EmitOptions } from "./emit/emit-options.js";
import type { ReadmeChain } from "./package/readme.js";
import type { JoinedChain } from "./plan/join-chains.js";
import { outlineOf } from "./plan/module-outline.js";
import type { ModulePlan } from "./plan/module-plan.js";
import { type ChainToPlan, planModule } from "./plan/plan-module.js";
import type { SourceReading } from "./read/read-result.js";
import type { ChainSignature } from "./signature.js";

/** How the chains of a client are built: what the client says of all of them. */
export interface BuildOptions extends Pick<EmitOptions, "binary" | "nanAsNull" | "schemas"> {
  /** The name of the package that they are compiled for. Left out, they are TypeScript. */
  readonly packageName?: string;
}

/**
 * What a chain comes to by itself, whatever else is in its client. It is text and plain data: nothing of how it was read is
 * held any longer, and it can be kept for the next run.
 */
export interface BuiltChain {
  /** With the label as its source; none where an error says why. */
  readonly signature: ChainSignature | undefined;
  /** What was found when it was read. */
  readonly readProblems: readonly Diagnostic[];
  /** Every path that was read, or that was looked for but not found. */
  readonly filesRead: readonly string[];
  /** None where an error says why. */
  readonly client: ChainClient | undefined;
}

/** The files of a chain, and what the others of its client have to know of it. */
export interface ChainClient extends JoinedChain, EmittedChain, ReadmeChain {}

/** Builds a chain that has been read. */
export async function buildChain(
  request: ChainRequest,
  reading: SourceReading,
  options: BuildOptions,
): Promise<BuiltChain> {
  const { diagnostics, filesRead, scalarEnumerations } = reading;
  // Nothing generated says where on this machine it was read.
  const signature = reading.signature && { ...reading.signature, source: request.label };
  const isWhole = signature !== undefined && !hasError(diagnostics);
  const client = isWhole
    ? await clientOf(chainToPlan(request, signature, scalarEnumerations, options), options)
    : undefined;
  return { signature, readProblems: diagnostics, filesRead, client };
}

async function clientOf(chain: ChainToPlan, { packageName }: BuildOptions): Promise<ChainClient> {
  const { module, diagnostics, doubtful } = planModule(chain);
  const { signature, source, path = source } = chain;
  const common = { name: signature.name, path, outline: outlineOf(module), diagnostics, doubtful };
  if (packageName === undefined) {
    const { emitModule } = await import("./emit/emit-module.js");
    return { ...common, files: await emitModule(module), readme: "" };
  }
  return { ...common, ...(await packaged(packageName, module, signature)) };
}

async function packaged(
  name: string,
  module: ModulePlan,
  signature: ChainSignature,
): Promise<Pick<ChainClient, "files" | "readme">> {
  const [{ emitPackagedChain }, { readmeSection }] = await Promise.all([
    import("./package/emit-packaged-chain.js"),
    import("./package/readme.js"),
  ]);
  return { files: await emitPackagedChain(module, signature), readme: readmeSection(name, module) };
}

function chainToPlan(
  request: ChainRequest,
  signature: ChainSignature,
  scalarEnumerations: SourceReading["scalarEnumerations"],
  { binary = false, nanAsNull = false, schemas = false }: BuildOptions,
): ChainToPlan {
  return {
    signature,
    ...(scalarEnumerations === undefined ? {} : { scalarEnumerations }),
    source: request.label,
    path: sourcePath(request.source),
    binary: request.binary ?? binary,
    nanAsNull: request.nanAsNull ?? nanAsNull,
    schemas: request.schemas ?? schemas,
    ...(request.chainId === undefined ? {} : { chainId: request.chainId }),
    ...(request.chainUrl === undefined ? {} : { url: request.chainUrl }),
  };
}
