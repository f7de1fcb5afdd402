import { availableParallelism } from "node:os";
import { type BuildOptions, type BuiltChain, buildChain } from "../build-chain.js";
import { type ChainSource, isIntrospected } from "../chain-source.js";
import type { ChainRequest } from "../client-request.js";
import { readOrIntrospect } from "../generate.js";
import { mapConcurrently } from "../map-concurrently.js";
import { type Observation, observeFile, type RecordingHost } from "../read/hosts/recording-host.js";
import type { SourceReading } from "../read/read-result.js";
import type { ChainMemory, RememberedChain, RememberedChains } from "./chain-memory.js";
import { mapAsEntries } from "./map-as-entries.js";
import type { GenerateRun } from "./resolve/resolve-runs.js";
import { stillHolding } from "./still-holding.js";

/** How the chains of runs are built. */
export interface RunBuilding {
  /** Called whenever a chain is at hand. */
  readonly onRead: (request: ChainRequest) => void;
  /** Where chains are remembered. Left out, nothing is. */
  readonly memory?: ChainMemory | undefined;
}

/** A chain, and what it was built from where that tells when it is to be built again. */
interface ObservedChain {
  readonly chain: BuiltChain;
  readonly observations?: readonly Observation[];
}

/** Builds the chains of a run, in its order. One that was built before, and whose files are as they were, is not built again. */
export async function buildRun(
  host: RecordingHost,
  run: GenerateRun,
  options: BuildOptions,
  { onRead, memory }: RunBuilding,
): Promise<readonly BuiltChain[]> {
  const before: RememberedChains = memory?.find(run) ?? new Map();
  const now = new Map<string, RememberedChain>();
  const holds = stillHolding(host);
  const chains = await mapConcurrently(run.requests, availableParallelism(), async (request) => {
    const key = JSON.stringify([request, options], mapAsEntries);
    const known = before.get(key);
    const isKnown = known?.observations.every(holds) === true;
    const { chain, observations } = isKnown ? known : await buildObserved(host, request, options);
    if (memory !== undefined && observations !== undefined) {
      now.set(key, { chain, observations, isIntrospected: isIntrospected(request.source) });
    }
    onRead(request);
    return chain;
  });
  const isAsBefore = now.size === before.size && [...now].every(([key, { chain }]) => before.get(key)?.chain === chain);
  if (!isAsBefore) memory?.keep(run, now);
  return chains;
}

async function buildObserved(
  host: RecordingHost,
  request: ChainRequest,
  options: BuildOptions,
): Promise<ObservedChain> {
  const { source } = request;
  const { reading, observations } = isIntrospected(source) ? await introspect(host, source) : await read(host, source);
  const chain = await buildChain(request, reading, options);
  return { chain, ...(observations === undefined ? {} : { observations }) };
}

interface ObservedReading {
  readonly reading: SourceReading;
  /** None where looking at files does not tell what has changed. */
  readonly observations?: readonly Observation[];
}

/** Reading is done before anything else is begun, so that what is asked meanwhile is asked for this chain. */
async function read(host: RecordingHost, source: ChainSource): Promise<ObservedReading> {
  const recording = host.record();
  const reading = readOrIntrospect(host, source);
  const { observations, isRepeatable } = recording.end();
  return { reading: await reading, ...(isRepeatable ? { observations } : {}) };
}

/** Python says itself which files it imported. */
async function introspect(host: RecordingHost, source: ChainSource): Promise<ObservedReading> {
  const reading = await readOrIntrospect(host, source);
  return { reading, observations: reading.filesRead.map((path) => observeFile(host, path)) };
}
