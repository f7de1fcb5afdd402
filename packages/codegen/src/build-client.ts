import type { BuiltChain, ChainClient } from "./build-chain.js";
import type { ClientOptions } from "./client-request.js";
import { type Diagnostic, distinct, hasError } from "./diagnostics/diagnostic.js";
import type { EmittedPackage } from "./package/emit-package.js";
import { joinChains } from "./plan/join-chains.js";
import type { ChainSignature } from "./signature.js";

/** The files of a client, in memory: all of them or, if anything is wrong, none. */
export interface GeneratedClient {
  /** By path relative to the client's folder. */
  readonly files: ReadonlyMap<string, string>;
  /** What is wrong with the sources or the client, or not known about them. */
  readonly diagnostics: readonly Diagnostic[];
  /** That of each chain, in the order of the requests, with the label as its source; none of a chain that has an error. */
  readonly signatures: readonly (ChainSignature | undefined)[];
  /** Every path that was read, or that was looked for but not found. */
  readonly filesRead: readonly string[];
}

/** Makes the client of chains that have been built. */
export async function buildClient(chains: readonly BuiltChain[], options: ClientOptions): Promise<GeneratedClient> {
  const signatures = chains.map(({ signature }) => signature);
  const filesRead = [...new Set(chains.flatMap((chain) => chain.filesRead))].sort();
  const failed = (diagnostics: readonly Diagnostic[]): GeneratedClient => {
    return { files: new Map(), diagnostics, signatures, filesRead };
  };
  const readProblems = distinct(chains.flatMap((chain) => chain.readProblems));
  if (hasError(readProblems)) return failed(readProblems);
  const joined = joinChains(chains.flatMap(({ client }) => client ?? []));
  const diagnostics = [...readProblems, ...joined.diagnostics];
  if (hasError(diagnostics)) return failed(diagnostics);
  const emitted = await emitFiles(joined.chains, options);
  return { files: emitted.files, diagnostics: [...diagnostics, ...emitted.diagnostics], signatures, filesRead };
}

/** The files of a client, or of the package that it is to be. */
async function emitFiles(
  chains: readonly ChainClient[],
  { package: request, ...options }: ClientOptions,
): Promise<EmittedPackage> {
  if (request !== undefined) return (await import("./package/emit-package.js")).emitPackage({ ...request, chains });
  const { emitClient } = await import("./emit/emit-client.js");
  return { files: emitClient(chains, options), diagnostics: [] };
}
