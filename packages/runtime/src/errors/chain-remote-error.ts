import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** One frame of the Python stack, as the server reports it. */
export interface RemoteStackFrame {
  /** The Python file. */
  readonly filename: string;
  /** The line, counted from 1. */
  readonly lineno: number | null;
  /** The function. */
  readonly name: string;
  /** The text of the line. */
  readonly line: string | null;
}

/** The exception of an inner chainlet, which made the one that called it fail. */
export interface RemoteCause {
  /** The chainlet that raised. */
  readonly chainlet: string;
  /** The HTTP status that it answered with, if the text says so. */
  readonly status: number | undefined;
  /** The trace of the call (`traceparent`), if there was one. */
  readonly traceId: string | undefined;
  /** The Python class, such as `ValueError`. */
  readonly remoteName: string;
  /** The module of that class; `null` for Python's own. */
  readonly remoteModule: string | null;
  /** The text of the exception: a tree again where it was caused by the next. */
  readonly remoteMessage: string;
  /** The Python stack, outermost frame first, without the frames of the framework. */
  readonly remoteStack: readonly RemoteStackFrame[];
}

/** What the server says of an exception. */
export interface RemoteException {
  /** The Python class, such as `ValueError`. */
  readonly remoteName: string;
  /** The module of that class; `null` for Python's own. */
  readonly remoteModule: string | null;
  /** The text of the exception. Where an inner chainlet raised, it is a tree with the root error at the bottom. */
  readonly remoteMessage: string;
  /** The Python stack, outermost frame first, without the frames of the framework. */
  readonly remoteStack: readonly RemoteStackFrame[];
  /**
   * What inner chainlets raised: the one that the entrypoint called first, the root last. Only the text tells of them, so they
   * are empty where nothing inside raised or where the text is not understood. They are 32 at most, and read from the first
   * 100,000 characters.
   */
  readonly causes: readonly RemoteCause[];
}

/** The chain's own code raised an exception. It is never retryable by itself: the chain ran. */
export class ChainRemoteError extends ChainError {
  override get name(): "ChainRemoteError" {
    return "ChainRemoteError";
  }

  /** The Python class, such as `ValueError`. */
  declare readonly remoteName: string;
  /** The module of that class; `null` for Python's own. */
  declare readonly remoteModule: string | null;
  /** The text of the exception. Where an inner chainlet raised, it is a tree with the root error at the bottom. */
  declare readonly remoteMessage: string;
  /** The Python stack, outermost frame first, without the frames of the framework. */
  declare readonly remoteStack: readonly RemoteStackFrame[];
  /** What inner chainlets raised, as far as the text tells: the one that the entrypoint called first, the root last. */
  declare readonly causes: readonly RemoteCause[];

  constructor(message: string, details: ChainErrorDetails & RemoteException) {
    super(message, details, { help: "See `remoteStack` and `causes`." });
  }
}
