import { type ChainToVerify, compareChain } from "../../src/verify/compare-chain.js";
import { readDocument } from "../../src/verify/read-document.js";

/** What differs between a client and a schema document. */
export function changesOf(client: ChainToVerify, document: unknown): readonly string[] {
  const read = readDocument("the document", new TextEncoder().encode(JSON.stringify(document)));
  const compared = read.ok ? compareChain(client, read.chain) : read;
  if (!compared.ok) throw new Error(compared.diagnostics.map(({ message }) => message).join("\n"));
  return compared.verification.diff.changes.map(({ rule, place }) => `${place}: ${rule}`);
}
