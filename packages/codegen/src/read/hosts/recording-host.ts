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

/** A recording that goes on. */
export interface OpenRecording {
  /** Ends it. */
  end(): Recording;
}

/** A host that can remember what it is asked. */
export interface RecordingHost extends SourceHost {
  /** Begins to record. Several recordings may go on at once. */
  record(): OpenRecording;
}

/** Whether a host still answers the same. */
export function stillHolds(host: SourceHost, { question, path, answer }: Observation): boolean {
  return ask[question](host, path).observation.answer === answer;
}

/** Whether something that was asked both times has another answer now. */
export function haveChanged(before: readonly Observation[], now: readonly Observation[]): boolean {
  const answers = new Map(now.map((observation) => [keyOf(observation), observation.answer]));
  return before.some((observation) => (answers.get(keyOf(observation)) ?? observation.answer) !== observation.answer);
}

function keyOf({ question, path }: Observation): string {
  return `${question} ${path}`;
}

/** What a file says now, or that it is not there. */
export function observeFile(host: SourceHost, path: string): Observation {
  return ask.read(host, path).observation;
}

/**
 * Makes a host that can remember what it is asked. As long as it lives, a path leads where it led when that was asked first:
 * each of many chains asks where its project begins.
 */
export function recordingHost(host: SourceHost): RecordingHost {
  const open = new Set<Notes>();
  const noted = <T>({ given, observation }: Answer<T>): T => {
    for (const notes of open) notes.add(observation);
    return given;
  };
  const realPaths = new Map<string, Answer<string | undefined>>();
  const realPathOf = (path: string): Answer<string | undefined> => {
    const answer = realPaths.get(path) ?? ask.realPath(host, path);
    realPaths.set(path, answer);
    return answer;
  };
  return {
    read: (path) => noted(ask.read(host, path)),
    exists: (path) => noted(ask.exists(host, path)),
    list: (path) => noted(ask.list(host, path)),
    realPath: (path) => noted(realPathOf(path)),
    at(revision) {
      for (const notes of open) notes.isRepeatable = false;
      return host.at(revision);
    },
    record() {
      const notes = new Notes();
      open.add(notes);
      return {
        end() {
          open.delete(notes);
          return { observations: notes.observations, isRepeatable: notes.isRepeatable };
        },
      };
    },
  };
}

class Notes {
  isRepeatable = true;
  readonly #observations = new Map<string, Observation>();

  get observations(): readonly Observation[] {
    return [...this.#observations.values()];
  }

  add(observation: Observation): void {
    const key = keyOf(observation);
    const before = this.#observations.get(key);
    if (before === undefined) this.#observations.set(key, observation);
    else if (before.answer !== observation.answer) this.isRepeatable = false;
  }
}

/** What a host answers, and what is remembered of it. */
interface Answer<T> {
  readonly given: T;
  readonly observation: Observation;
}

const ask = {
  read(host: SourceHost, path: string): Answer<ReadResult> {
    const given = host.read(path);
    const answer = given.ok ? sha256(given.bytes) : `${given.reason} ${given.detail ?? ""}`;
    return { given, observation: { question: "read", path, answer } };
  },
  exists(host: SourceHost, path: string): Answer<boolean> {
    const given = host.exists(path);
    return { given, observation: { question: "exists", path, answer: String(given) } };
  },
  list(host: SourceHost, path: string): Answer<readonly string[]> {
    const given = host.list(path);
    return { given, observation: { question: "list", path, answer: sha256(JSON.stringify(given)) } };
  },
  realPath(host: SourceHost, path: string): Answer<string | undefined> {
    const given = host.realPath(path);
    return { given, observation: { question: "realPath", path, answer: given ?? "" } };
  },
};
