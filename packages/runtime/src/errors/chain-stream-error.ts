import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** What had come of a stream when it failed. */
export interface StreamProgress {
  /** How many bytes had come. */
  readonly receivedBytes: number;
  /** Of a text stream, what had come: at most its first 100,000 characters. Other streams have none. */
  readonly receivedText?: string | undefined;
}

/**
 * A stream began, and did not come whole: the connection broke or was silent for too long, or what came is no stream of
 * this chain. It is also what a second reading of a stream fails with.
 */
export class ChainStreamError extends ChainError {
  override get name(): "ChainStreamError" {
    return "ChainStreamError";
  }

  /** How many bytes had come. */
  declare readonly receivedBytes: number;
  /** Of a text stream, what had come: at most its first 100,000 characters. Other streams have none. */
  declare readonly receivedText?: string | undefined;

  constructor(message: string, details: ChainErrorDetails & StreamProgress) {
    super(message, details, { help: "Generate the client again, and read the logs of the chain." });
  }
}
