import { buildClient, type GeneratedClient } from "../build-client.js";
import type { ChainRequest, ClientOptions } from "../client-request.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { buildOptions, type ChainBuilder, chainBuilder, readOrIntrospect } from "../generate.js";
import { type Recording, type RecordingHost, recordingHost } from "../read/hosts/recording-host.js";
import type { SourceHost } from "../read/source-host.js";
import { readPackage } from "./package-request.js";
import { type ReadingMemory, rememberingReader } from "./remembered-readings.js";
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
  { onRead, memory }: GenerateOptions = { onRead: () => {} },
): Promise<readonly GeneratedRun[]> {
  const generated: GeneratedRun[] = [];
  // One for all runs: what they share is parsed once for each host.
  const recorder = recordingHost(host);
  const build = chainBuilder(recorder, memory === undefined ? readOrIntrospect : rememberingReader(memory), onRead);
  // One after the other: within a run, sources are read side by side already.
  for (const run of runs) {
    const recording = recorder.record();
    const client = await generateRun(recorder, run, build);
    generated.push({ run, client, recording: recording.end() });
  }
  return generated;
}

async function generateRun(
  host: RecordingHost,
  { out, requests, options, package: named }: GenerateRun,
  build: ChainBuilder,
): Promise<GeneratedClient> {
  const reading = named === undefined ? undefined : readPackage(host, out, named);
  const whole: ClientOptions = { ...options, ...(reading?.ok === true && { package: reading.request }) };
  const client = await buildClient(await build(requests, buildOptions(whole)), whole);
  // What is wrong with the sources is said together with what is wrong with the package.
  return reading?.ok === false ? withProblem(client, reading.diagnostic) : client;
}

function withProblem(client: GeneratedClient, problem: Diagnostic): GeneratedClient {
  return { ...client, files: new Map(), diagnostics: [...client.diagnostics, problem] };
}
