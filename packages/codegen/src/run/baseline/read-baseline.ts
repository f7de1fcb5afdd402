import { type Diagnostic, warning } from "../../diagnostics/diagnostic.js";
import type { ChainChange } from "../../diff/chain-change.js";
import { signatureFolder } from "../../package/subpaths.js";
import { commandName } from "../../package-manager.js";
import type { SourceHost } from "../../read/source-host.js";
import { relativePath } from "../../relative-path.js";
import type { ChainSignature } from "../../signature.js";
import { UsageError } from "../../usage-error.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { BaselineSource } from "./baseline-source.js";
import { pairChains } from "./chain-pair.js";
import { chainsNow, clientOf, presentChains, sourcesThen } from "./client-chains.js";
import { changeOf, compareClient } from "./compare-chains.js";
import { absent, incomparable } from "./incomparable.js";
import { movedPackage } from "./moved-package.js";
import { packageIdentity } from "./package-identity.js";
import type { ReadChain } from "./read-chains.js";
import { signatureDocuments } from "./signature-documents.js";

/** What a client is compared with, and what has become of its chains since. */
export interface Baseline {
  readonly chains: readonly ChainChange[];
  /** Of the package that it was, where it was one. */
  readonly version?: string | undefined;
  /** What cannot be compared, and why. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Compares a client with what it was: of a package with the signature documents in it, else with its sources at the
 * revision.
 *
 * @param host - what the sources of the run were read from.
 * @param then - the chains that the config had for the client; none where that is not known.
 */
export function readBaseline(
  host: SourceHost,
  generated: GeneratedRun,
  from: BaselineSource,
  then?: readonly ReadChain[],
): Baseline {
  if (from.revision === undefined) return readFolder(generated, from.host, from.name);
  const sources = () => readSources(host, generated, from, then);
  if (generated.run.package === undefined) return sources();
  const folder = folderThen(host, generated, from, then);
  const { version } = packageIdentity(from.host, folder);
  return readPackage(generated, from.host, folder) ?? { ...sources(), version };
}

/** The package may have been in another folder: it was moved if it is here now, and was not then. */
function folderThen(
  host: SourceHost,
  { run: { out, package: named } }: GeneratedRun,
  from: BaselineSource,
  then: readonly ReadChain[] | undefined,
): string {
  const folder = relativePath(".", then?.[0]?.out ?? out) || ".";
  const { name } = packageIdentity(host, out);
  const isMoved = name !== undefined && name === named?.name && packageIdentity(from.host, folder).name !== name;
  return (isMoved ? movedPackage(from, name) : undefined) ?? folder;
}

/** Compares with a package that was written before: nothing where it has no signature documents. */
export function readPackage(generated: GeneratedRun, host: SourceHost, folder: string): Baseline | undefined {
  const old = signatureDocuments(host, `${folder}/${signatureFolder}`);
  if (old.length === 0) return undefined;
  const { version } = packageIdentity(host, folder);
  return { chains: compareDocuments(old, generated, true), version, diagnostics: [] };
}

function readFolder(generated: GeneratedRun, host: SourceHost, folder: string): Baseline {
  const { name } = packageIdentity(host, folder);
  const isPackage = name !== undefined && name === generated.run.package?.name;
  const found = isPackage ? readPackage(generated, host, folder) : undefined;
  if (found !== undefined) return found;
  const old = [...signatureDocuments(host, folder), ...signatureDocuments(host, `${folder}/${signatureFolder}`)];
  if (old.length === 0) throw new UsageError(`--check-breaking: ${folder} holds no signature documents.`);
  const chains = compareDocuments(old, generated, false);
  const added = chains.filter(({ status }) => status === "new");
  return { chains, diagnostics: added.map(({ name, source }) => undocumented(name, source, folder)) };
}

function compareDocuments(
  old: readonly ChainSignature[],
  generated: GeneratedRun,
  isWhole: boolean,
): readonly ChainChange[] {
  const pairs = pairChains(old, presentChains(generated), isWhole);
  return pairs.map((pair) => changeOf(clientOf(generated), pair));
}

function readSources(
  host: SourceHost,
  generated: GeneratedRun,
  from: BaselineSource,
  then: readonly ReadChain[] | undefined,
): Baseline {
  const after = chainsNow(host, generated);
  const { chains: before, missing } =
    then === undefined ? sourcesThen(host, generated, from) : { chains: then, missing: [] };
  const unread = [...before, ...after].filter(({ signature }) => signature === undefined);
  return {
    chains: compareClient(clientOf(generated), { before, after, isWhole: then !== undefined }),
    diagnostics: [
      ...unread.map(({ path, problems }) => incomparable(path, from.name, problems)),
      ...missing.map((path) => absent(path, from.name)),
    ],
  };
}

/** A folder of documents does not say that it has those of all chains. */
function undocumented(name: string, source: string, folder: string): Diagnostic {
  return warning("TC407", `${name} has no signature document in ${folder}: there is nothing to compare it with`, {
    location: { file: source },
    help: `if it is not new, put what ${commandName()} describe printed for it before into ${folder}`,
  });
}
