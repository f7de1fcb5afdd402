import { type ChainSource, type StaticSource, sourcePath } from "../../chain-source.js";
import type { Diagnostic } from "../../diagnostics/diagnostic.js";
import { readChain } from "../../generate.js";
import { signatureFolder } from "../../package/subpaths.js";
import type { SourceReading } from "../../read/read-result.js";
import { revisionPathOf } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import { relativePath } from "../../relative-path.js";
import { UsageError } from "../../usage-error.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { BaselineSource } from "./baseline-source.js";
import { type ChainPair, type PresentChain, pairChains, presentChains } from "./chain-pair.js";
import { incomparable } from "./incomparable.js";
import { packageIdentity } from "./package-identity.js";
import { signatureDocuments } from "./signature-documents.js";
import { isIntrospected, stillSource } from "./still-source.js";

/** What a client is compared with. */
export interface Baseline {
  readonly pairs: readonly ChainPair[];
  /** Of the package that it was, where it was one. */
  readonly version?: string | undefined;
  /** What cannot be compared, and why. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what a client was: of a package the signature documents in it, else its sources at the revision.
 *
 * @param host - what the sources of the run were read from: its `git:REV:path` may start elsewhere than at the current
 *   folder.
 */
export function readBaseline(host: SourceHost, generated: GeneratedRun, from: BaselineSource): Baseline {
  if (from.revision === undefined) return readFolder(generated, from.host, from.name);
  const out = relativePath(".", generated.run.out);
  if (generated.run.package !== undefined) {
    const found = readPackage(generated, from.host, out);
    if (found !== undefined) return found;
  }
  const opened = host.at(from.revision);
  const before = (source: ChainSource): SourceHost => (isOfRevision(source) && opened.ok ? opened.host : from.host);
  return readSources(generated, { before, now: host }, from);
}

/** Where a source was, which may be of a revision itself, and where it is. */
interface Hosts {
  readonly before: (source: ChainSource) => SourceHost;
  readonly now: SourceHost;
}

function isOfRevision(source: ChainSource): boolean {
  return !("schemas" in source) && revisionPathOf(source.path) !== undefined;
}

/** Reads a package that was written before: nothing where it has no signature documents. */
export function readPackage(generated: GeneratedRun, host: SourceHost, folder: string): Baseline | undefined {
  const old = signatureDocuments(host, `${folder}/${signatureFolder}`);
  if (old.length === 0) return undefined;
  const { version } = packageIdentity(host, folder);
  return { pairs: pairChains(old, presentOf(generated), true), version, diagnostics: [] };
}

function readFolder(generated: GeneratedRun, host: SourceHost, folder: string): Baseline {
  const { name } = packageIdentity(host, folder);
  const isPackage = name !== undefined && name === generated.run.package?.name;
  const found = isPackage ? readPackage(generated, host, folder) : undefined;
  if (found !== undefined) return found;
  const old = [...signatureDocuments(host, folder), ...signatureDocuments(host, `${folder}/${signatureFolder}`)];
  if (old.length === 0) throw new UsageError(`--check-breaking: ${folder} holds no signature documents.`);
  return { pairs: pairChains(old, presentOf(generated), false), diagnostics: [] };
}

function presentOf(generated: GeneratedRun): readonly PresentChain[] {
  return presentChains(generated).flatMap((chain) => chain ?? []);
}

function readSources(generated: GeneratedRun, hosts: Hosts, { name, host }: BaselineSource): Baseline {
  const { run } = generated;
  const diagnostics: Diagnostic[] = [];
  const present = presentChains(generated);
  const pairs = run.requests.flatMap(({ source }, index): readonly ChainPair[] => {
    const chain = present[index];
    if (chain === undefined) return [];
    const reading = readStill(hosts.before(source), stillSource(source));
    if (reading === undefined) return [chain];
    // What was cannot be run: it is compared with what reading alone says of what is.
    const still = isIntrospected(source) ? readChain(hosts.now, stillSource(source)) : undefined;
    const after = still === undefined ? chain.after : still.signature;
    if (reading.signature !== undefined && after !== undefined) {
      return [{ ...chain, before: reading.signature, after }];
    }
    diagnostics.push(incomparable(sourcePath(source), name, [...reading.diagnostics, ...(still?.diagnostics ?? [])]));
    return [];
  });
  const { version } = run.package === undefined ? {} : packageIdentity(host, relativePath(".", run.out));
  return { pairs, version, diagnostics };
}

/** Reads a source at a revision; nothing where it was not there. */
function readStill(host: SourceHost, source: StaticSource): SourceReading | undefined {
  return host.exists(sourcePath(source)) ? readChain(host, source) : undefined;
}
