import { type ChainSource, isIntrospected, sourcePath } from "../../chain-source.js";
import type { ChainRequest } from "../../client-request.js";
import type { ClientFeatures } from "../../diff/client-types.js";
import { readChain } from "../../generate.js";
import type { SourceReading } from "../../read/read-result.js";
import { revisionPathOf } from "../../read/revision-path.js";
import type { SourceHost } from "../../read/source-host.js";
import type { GeneratedRun } from "../generate-runs.js";
import type { BaselineSource } from "./baseline-source.js";
import type { PresentChain } from "./chain-pair.js";
import type { ReadChain } from "./read-chains.js";
import { stillSource } from "./still-source.js";

/** The package that a client is, else its folder. */
export function clientOf({ run: { out, package: named } }: GeneratedRun): string {
  return named?.name ?? out;
}

/**
 * The chains of a generated client. What was cannot be run: a chain that is run is compared as it is read.
 *
 * @param host - what the sources of the run were read from.
 */
export function chainsNow(host: SourceHost, generated: GeneratedRun): readonly ReadChain[] {
  return generated.run.requests.flatMap((request, index): readonly ReadChain[] => {
    const signature = generated.client.signatures[index];
    if (signature === undefined) return [];
    const reading = isIntrospected(request.source)
      ? readChain(host, stillSource(request.source))
      : { signature, diagnostics: [] };
    return [chainOf(generated, request, reading)];
  });
}

/** The sources of a client as they were, as far as they were there. */
export interface SourcesThen {
  readonly chains: readonly ReadChain[];
  /** Those that were not there. */
  readonly missing: readonly string[];
}

/**
 * Reads the sources of a client at a revision.
 *
 * @param host - what the sources of the run were read from: its `git:REV:path` may start elsewhere than at the current
 *   folder.
 */
export function sourcesThen(host: SourceHost, generated: GeneratedRun, from: BaselineSource): SourcesThen {
  const opened = from.revision === undefined ? undefined : host.at(from.revision);
  const [chains, missing]: [ReadChain[], string[]] = [[], []];
  for (const request of generated.run.requests) {
    const { source } = request;
    const before = isOfRevision(source) && opened?.ok === true ? opened.host : from.host;
    const still = stillSource(source);
    if (before.exists(sourcePath(still))) chains.push(chainOf(generated, request, readChain(before, still)));
    else missing.push(sourcePath(source));
  }
  return { chains, missing };
}

/** The chains of a generated client, with what they have beside their signatures. */
export function presentChains(generated: GeneratedRun): readonly PresentChain[] {
  return generated.run.requests.flatMap((request, index): readonly PresentChain[] => {
    const after = generated.client.signatures[index];
    return after === undefined ? [] : [{ after, features: featuresOf(generated, request) }];
  });
}

function featuresOf({ run: { options } }: GeneratedRun, { binary, nanAsNull }: ChainRequest): ClientFeatures {
  return { binary: binary ?? options.binary ?? false, nanAsNull: nanAsNull ?? options.nanAsNull ?? false };
}

function isOfRevision(source: ChainSource): boolean {
  return !("schemas" in source) && revisionPathOf(source.path) !== undefined;
}

function chainOf(
  generated: GeneratedRun,
  request: ChainRequest,
  { signature, diagnostics }: Pick<SourceReading, "signature" | "diagnostics">,
): ReadChain {
  const { source, label } = request;
  return {
    client: clientOf(generated),
    out: generated.run.out,
    label,
    path: sourcePath(source),
    features: featuresOf(generated, request),
    ...(signature && { signature: { ...signature, source: label } }),
    diagnostics: [],
    problems: diagnostics,
  };
}
