import { sha256 } from "../../hash.js";
import type { ReadResult, SourceHost } from "../source-host.js";

/** What a host is asked about a path. */
type Question = "read" | "exists" | "list" | "realPath";

/** What a host was asked, and its answer as text: the same answer later means that nothing has changed. */
export interface Observation {
  readonly question: Question;
  readonly path: string;
  readonly answer: string;
}

/** Everything that a reading depends on. */
export interface Recording {
  readonly observations: readonly Observation[];
  /** Whether asking again tells what has changed: not where a revision was read, or where a file changed meanwhile. */
  readonly isRepeatable: boolean;
}

/** A host that remembers what it was asked. */
export interface RecordingHost extends SourceHost {
  /** What was asked since the last time, which is then forgotten. */
  take(): Recording;
}

/** Whether a host still answers the same. */
export function stillHolds(host: SourceHost, { question, path, answer }: Observation): boolean {
  return ask[question](host, path).text === answer;
}

/** Records what a host is asked. */
export function recordingHost(host: SourceHost): RecordingHost {
  let observations = new Map<string, Observation>();
  let isRepeatable = true;
  const noted = <T>(question: Question, path: string, { given, text }: Answer<T>): T => {
    const key = `${question} ${path}`;
    const before = observations.get(key);
    if (before === undefined) observations.set(key, { question, path, answer: text });
    else if (before.answer !== text) isRepeatable = false;
    return given;
  };
  return {
    read: (path) => noted("read", path, ask.read(host, path)),
    exists: (path) => noted("exists", path, ask.exists(host, path)),
    list: (path) => noted("list", path, ask.list(host, path)),
    realPath: (path) => noted("realPath", path, ask.realPath(host, path)),
    at(revision) {
      isRepeatable = false;
      return host.at(revision);
    },
    take() {
      const recording = { observations: [...observations.values()], isRepeatable };
      observations = new Map();
      isRepeatable = true;
      return recording;
    },
  };
}

/** What a host answers, and the text that stands for it. */
interface Answer<T> {
  readonly given: T;
  readonly text: string;
}

const ask = {
  read(host: SourceHost, path: string): Answer<ReadResult> {
    const given = host.read(path);
    return { given, text: given.ok ? sha256(given.bytes) : `${given.reason} ${given.detail ?? ""}` };
  },
  exists(host: SourceHost, path: string): Answer<boolean> {
    const given = host.exists(path);
    return { given, text: String(given) };
  },
  list(host: SourceHost, path: string): Answer<readonly string[]> {
    const given = host.list(path);
    return { given, text: sha256(JSON.stringify(given)) };
  },
  realPath(host: SourceHost, path: string): Answer<string | undefined> {
    const given = host.realPath(path);
    return { given, text: given ?? "" };
  },
};
