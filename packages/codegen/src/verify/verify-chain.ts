import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { type ChainToVerify, type Comparison, compareChain } from "./compare-chain.js";
import { fetchDocument } from "./fetch-document.js";
import { readDocument } from "./read-document.js";
import { shownUrl } from "./schema-url.js";
import { diffOf } from "./wire-differences.js";

/**
 * Compares what a client is generated from with the schema document that a running chain serves.
 *
 * @param url - Of the schema document.
 * @param key - The API key, if there is one. It goes to https and to this machine only.
 * @throws UsageError where the key does not fit into a header.
 */
export async function verifyChain(client: ChainToVerify, url: URL, key: string | undefined): Promise<Comparison> {
  const fetched = await fetchDocument(url, key);
  if (!fetched.ok) {
    // The only thing that the model server tells of a websocket is that it has no schema.
    if (client.signature.transport !== "websocket" || !fetched.hasNoSchema) return failed([fetched.diagnostic]);
    return {
      ok: true,
      verification: { diff: diffOf([]), notCompared: ["messages: a websocket has no schema document"] },
    };
  }
  const read = readDocument(shownUrl(url), fetched.bytes);
  return read.ok ? compareChain(client, read.chain) : failed(read.diagnostics);
}

function failed(diagnostics: readonly Diagnostic[]): Comparison {
  return { ok: false, diagnostics };
}
