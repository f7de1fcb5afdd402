import type { GeneratedClient } from "../build-client.js";
import type { ChainRequest } from "../client-request.js";
import { type Recording, type RecordingHost, recordingHost } from "../read/hosts/recording-host.js";
import type { SourceHost } from "../read/source-host.js";
import type { ReadingMemory } from "./remembered-readings.js";
import type { GenerateRun } from "./resolve-runs.js";

/** A run, and the client that it gave, in memory. */
export interface GeneratedRun {
  readonly run: GenerateRun;
  readonly client: GeneratedClient;
  /** What it was read from. */
  readonly recording: Recording;
}

/** How runs are generated. */
export interface GenerateOptions {
  /** Called whenever a chain has been read. */
  readonly onRead: (request: ChainRequest) => void;
  /** What was read before, where a process generates again and again. */
  readonly memory?: ReadingMemory | undefined;
}

/** Generates the clients of several folders. It writes nothing. */
export async function generateRuns(
  host: SourceHost,
  runs: readonly GenerateRun[],
  options: GenerateOptions = { onRead: () => {} },
): Promise<readonly GeneratedRun[]> {
  const generated: GeneratedRun[] = [];
  // One for all runs: what they share is parsed once for each host.
  const recorder = recordingHost(host);
  // One after the other: within a run, sources are read side by side already.
  for (const run of runs) {
    const recording = recorder.record();
    const client = await generateRun(recorder, run, options);
    generated.push({ run, client, recording: recording.end() });
  }
  return generated;
}

async function generateRun(
  host: RecordingHost,
  { out, requests, options, package: named }: GenerateRun,
  { onRead, memory }: GenerateOptions,
): Promise<GeneratedClient> {
  const [{ generateFrom, readOrIntrospect }, { rememberingReader }] = await Promise.all([
    import("../generate.js"),
    import("./remembered-readings.js"),
  ]);
  const read = memory === undefined ? readOrIntrospect : rememberingReader(memory);
  const whole = { ...options, onRead };
  if (named === undefined) return await generateFrom(host, read, requests, whole);
  const { readPackage } = await import("./package-request.js");
  const reading = readPackage(host, out, named);
  if (reading.ok) return await generateFrom(host, read, requests, { ...whole, package: reading.request });
  // What is wrong with the sources is said together with what is wrong with the package.
  const client = await generateFrom(host, read, requests, whole);
  return { ...client, files: new Map(), diagnostics: [...client.diagnostics, reading.diagnostic] };
}
