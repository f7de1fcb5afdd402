import { buildClient, type GeneratedClient } from "../build-client.js";
import type { ClientOptions } from "../client-request.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { buildOptions } from "../generate.js";
import { type Recording, type RecordingHost, recordingHost } from "../read/hosts/recording-host.js";
import type { SourceHost } from "../read/source-host.js";
import { buildRun, type RunBuilding } from "./build-run.js";
import { readPackage } from "./package-request.js";
import type { GenerateRun } from "./resolve/resolve-runs.js";

/** A run, and the client that it gave, in memory. */
export interface GeneratedRun {
  readonly run: GenerateRun;
  readonly client: GeneratedClient;
  /** What it was read from. */
  readonly recording: Recording;
}

/** Generates the clients of several folders. It writes nothing. */
export async function generateRuns(
  host: SourceHost,
  runs: readonly GenerateRun[],
  building: RunBuilding = { onRead: () => {} },
): Promise<readonly GeneratedRun[]> {
  const generated: GeneratedRun[] = [];
  // One for all runs: what they share is parsed once for each host.
  const recorder = recordingHost(host);
  // One after the other: within a run, sources are read side by side already.
  for (const run of runs) {
    const recording = recorder.record();
    const client = await generateRun(recorder, run, building);
    generated.push({ run, client, recording: recording.end() });
  }
  return generated;
}

async function generateRun(host: RecordingHost, run: GenerateRun, building: RunBuilding): Promise<GeneratedClient> {
  const { out, options, package: named } = run;
  const reading = named === undefined ? undefined : readPackage(host, out, named);
  const whole: ClientOptions = { ...options, ...(reading?.ok === true && { package: reading.request }) };
  const client = await buildClient(await buildRun(host, run, buildOptions(whole), building), whole);
  // What is wrong with the sources is said together with what is wrong with the package.
  return reading?.ok === false ? withProblem(client, reading.diagnostic) : client;
}

function withProblem(client: GeneratedClient, problem: Diagnostic): GeneratedClient {
  return { ...client, files: new Map(), diagnostics: [...client.diagnostics, problem] };
}
