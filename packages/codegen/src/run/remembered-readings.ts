import { type ChainSource, isIntrospected } from "../chain-source.js";
import { type ChainReader, readOrIntrospect } from "../generate.js";
import { type Observation, observeFile, type RecordingHost, stillHolds } from "../read/hosts/recording-host.js";
import type { SourceReading } from "../read/read-result.js";
import { mapAsEntries } from "./map-as-entries.js";

/** Chains that were read, by their sources, for as long as a process watches them. */
export type ReadingMemory = Map<string, RememberedReading>;

interface RememberedReading {
  readonly reading: SourceReading;
  readonly observations: readonly Observation[];
}

/** Reads chains. One that was read before, and whose files are as they were, is not read again. */
export function rememberingReader(memory: ReadingMemory): ChainReader<RecordingHost> {
  return async (host, source) => {
    const key = JSON.stringify(source, mapAsEntries);
    const known = memory.get(key);
    if (known?.observations.every((observation) => stillHolds(host, observation)) === true) return known.reading;
    memory.delete(key);
    const { reading, observations } = isIntrospected(source)
      ? await introspect(host, source)
      : await read(host, source);
    if (observations !== undefined) memory.set(key, { reading, observations });
    return reading;
  };
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
