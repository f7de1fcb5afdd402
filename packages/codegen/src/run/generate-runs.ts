import type { ChainRequest, GeneratedClient } from "../generate.js";
import { type Recording, recordingHost } from "../read/hosts/recording-host.js";
import type { SourceHost } from "../read/source-host.js";
import type { GenerateRun } from "./resolve-runs.js";

/** A run, and the client that it gave, in memory. */
export interface GeneratedRun {
  readonly run: GenerateRun;
  readonly client: GeneratedClient;
  /** What it was read from. */
  readonly recording: Recording;
}

/**
 * Generates the clients of several folders. It writes nothing.
 *
 * @param onRead - called whenever a chain has been read.
 */
export async function generateRuns(
  host: SourceHost,
  runs: readonly GenerateRun[],
  onRead?: (request: ChainRequest) => void,
): Promise<readonly GeneratedRun[]> {
  const generated: GeneratedRun[] = [];
  // One for all runs: what they share is parsed once for each host.
  const recorder = recordingHost(host);
  // One after the other: within a run, sources are read side by side already.
  for (const run of runs) {
    const client = await generateRun(recorder, run, onRead);
    generated.push({ run, client, recording: recorder.take() });
  }
  return generated;
}

async function generateRun(
  host: SourceHost,
  { out, requests, options, package: named }: GenerateRun,
  onRead: ((request: ChainRequest) => void) | undefined,
): Promise<GeneratedClient> {
  const { generateClient } = await import("../generate.js");
  const whole = { ...options, ...(onRead === undefined ? {} : { onRead }) };
  if (named === undefined) return await generateClient(host, requests, whole);
  const { readPackage } = await import("./package-request.js");
  const reading = readPackage(host, out, named);
  if (reading.ok) return await generateClient(host, requests, { ...whole, package: reading.request });
  // What is wrong with the sources is said together with what is wrong with the package.
  const client = await generateClient(host, requests, whole);
  return { ...client, files: new Map(), diagnostics: [...client.diagnostics, reading.diagnostic] };
}
