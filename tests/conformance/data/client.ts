import { type ChainSignature, diskHost, generateClient, readChain } from "@typed-chains/codegen";
import type { ChainFile } from "./chain-files.js";

/** A chain with what the reader and the generator make of it. */
export interface Chain extends ChainFile {
  readonly signature: ChainSignature;
  /** The text of its module of the client. */
  readonly client: string;
}

/**
 * Reads a chain and generates its client. There is none of a chain that is refused, or that does not answer in JSON.
 */
export async function prepareChain(file: ChainFile): Promise<readonly Chain[]> {
  const { folder, path, entrypoint } = file;
  const source = { path, options: entrypoint === undefined ? {} : { entrypoint } };
  const { signature } = readChain(diskHost(folder), source);
  if (signature === undefined || signature.transport !== "json") return [];
  const { files } = await generateClient(diskHost(folder), [{ source, label: path }], { importExtension: "js" });
  const client = [...files].find(([name]) => name !== "index.ts")?.[1];
  return client === undefined ? [] : [{ ...file, signature, client }];
}
