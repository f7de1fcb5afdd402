import { error } from "../../diagnostics/diagnostic.js";
import type { GeneratedRun } from "../generate-runs.js";
import { compareClient } from "./compare-chains.js";
import { comparisonOf } from "./comparison.js";
import type { ReadChain } from "./read-chains.js";

/**
 * Says of clients that are no longer generated that their callers break: each is a client without files, with an error.
 *
 * @param chains - of those clients, as they were. One that had no folder was no part of any.
 */
export function goneClients(chains: readonly ReadChain[], since: string): readonly GeneratedRun[] {
  const folders = new Set(chains.flatMap(({ out }) => out ?? []));
  return [...folders].map((out): GeneratedRun => {
    const before = chains.filter((chain) => chain.out === out);
    const { breaking } = comparisonOf(compareClient(out, { before, after: [], isWhole: true }));
    const gone = error("TC406", `The client in ${out} is gone since ${since}, which breaks its callers`, {
      location: { file: out },
      help: "keep it in the config, or change its callers too and omit --check-breaking for this change",
      notes: breaking,
    });
    return {
      run: { out, requests: [], options: { importExtension: "js" } },
      client: { files: new Map(), diagnostics: [gone], signatures: [], filesRead: [] },
      recording: { observations: [], isRepeatable: true },
    };
  });
}
