import type { Observation } from "../read/hosts/recording-host.js";
import { revisionPathOf } from "../read/revision-path.js";
import type { SourceHost } from "../read/source-host.js";
import { relativePath } from "../relative-path.js";
import type { SettledRun } from "./run-result.js";

/** What a client is made from. Paths start at the current folder, but for those of a revision. */
export interface RunInputs {
  /** The folder of the client. */
  readonly out: string;
  /** The files that were read, sorted. */
  readonly filesRead: readonly string[];
  /** The names that were looked for and not found, sorted: a file that comes there may change the client. */
  readonly filesMissing: readonly string[];
}

/**
 * Lists what a client is made from.
 *
 * @param host - what its sources were read from.
 * @param ofConfig - what the config was read from, which counts for every client.
 */
export function runInputs(
  host: SourceHost,
  { result: { out }, observations, filesRead: ofSources }: SettledRun,
  ofConfig: readonly Observation[],
): RunInputs {
  const all = [...ofConfig, ...observations];
  const observed = new Set(all.map(({ path }) => path));
  const others = ofSources.filter((path) => !observed.has(path));
  const read = [
    ...all.flatMap((observation) => (isRead(observation) ? [observation.path] : [])),
    ...others.filter((path) => isThere(host, path)),
  ];
  const filesRead = sortedPaths(read);
  const missing = [
    ...all.flatMap((observation) => (isMissing(observation) ? [observation.path] : [])),
    ...others.filter((path) => !isThere(host, path)),
  ];
  const present = new Set(filesRead);
  return { out, filesRead, filesMissing: sortedPaths(missing).filter((path) => !present.has(path)) };
}

/** The answer to what a file says is its hash, else the reason why it cannot be read. */
function isRead({ question, answer }: Observation): boolean {
  return question === "read" && !answer.includes(" ");
}

function isMissing({ question, answer }: Observation): boolean {
  return question === "read" ? answer.startsWith("missing ") : question === "exists" && answer === "false";
}

function isThere(host: SourceHost, path: string): boolean {
  const at = revisionPathOf(path);
  if (at === undefined) return host.exists(path);
  const opened = host.at(at.revision);
  return opened.ok && opened.host.exists(at.path);
}

/** Each path once, as it is seen from the current folder. */
function sortedPaths(paths: readonly string[]): readonly string[] {
  const fromHere = paths.map((path) => (revisionPathOf(path) === undefined ? relativePath(".", path) : path));
  return [...new Set(fromHere)].sort();
}
