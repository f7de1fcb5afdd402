import { error } from "../../diagnostics/diagnostic.js";
import { signatureFolder } from "../../package/subpaths.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { BaselineSource } from "./baseline-source.js";
import { changeOf, compareClient } from "./compare-chains.js";
import { comparisonOf } from "./comparison.js";
import type { ReadChain } from "./read-chains.js";
import { signatureDocuments } from "./signature-documents.js";

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
    const isPackage = before.some(({ client }) => client !== out);
    return goneClient({ out, since, isPackage }, breaking);
  });
}

/** Says the same of folders of which only the manifest is known, and the signature documents where it was a package. */
export function goneFolders(folders: readonly string[], { name, host }: BaselineSource): readonly GeneratedRun[] {
  return folders.map((out) => {
    const documents = signatureDocuments(host, `${out}/${signatureFolder}`);
    const { breaking } = comparisonOf(documents.map((before) => changeOf(out, { before, features: {} })));
    return goneClient({ out, since: name, isPackage: documents.length > 0 }, breaking);
  });
}

/** A client that is gone. */
interface Gone {
  readonly out: string;
  readonly since: string;
  readonly isPackage: boolean;
}

/** Whoever has a package keeps what is published, but has to be told. */
function goneClient({ out, since, isPackage }: Gone, notes: readonly string[]): GeneratedRun {
  const instead = isPackage ? "deprecate the package in its registry" : "change its callers too";
  const gone = error("TC406", `The client in ${out} is gone since ${since}, which breaks its callers`, {
    location: { file: out },
    help: `keep it in the config, or ${instead} and omit --check-breaking for this change`,
    notes,
  });
  return {
    run: { out, requests: [], options: { importExtension: "js" } },
    client: { files: new Map(), diagnostics: [gone], signatures: [], filesRead: [] },
    recording: { observations: [], isRepeatable: true },
  };
}
