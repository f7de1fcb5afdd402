import { readFile } from "../read/read-file.js";
import type { SourceHost } from "../read/source-host.js";
import { type ChainToVerify, type Comparison, compareChain } from "./compare-chain.js";
import { readDocument } from "./read-document.js";

/** Whether an address is the path of a schema document that was kept, and no URL. */
export function isKeptDocument(address: string): boolean {
  return /\.json$/i.test(address) && !/^[a-z][a-z0-9+.-]*:\/\//i.test(address);
}

/** Compares what a client is generated from with a schema document in a file. */
export function verifyKept(client: ChainToVerify, host: SourceHost, path: string): Comparison {
  const file = readFile(host, path);
  if (!file.ok) return { ok: false, diagnostics: [file.diagnostic] };
  const read = readDocument(path, file.bytes);
  return read.ok ? compareChain(client, read.chain) : read;
}
