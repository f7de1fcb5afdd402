import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** What had arrived of a stream when it failed. */
export interface StreamProgress {
  /** How many bytes had arrived. */
  readonly receivedBytes: number;
  /** What had arrived of a text stream: at most its first 100,000 characters. Other streams have none. */
  readonly receivedText?: string | undefined;
}

/**
 * A stream began but did not complete: the connection broke or was silent for too long, or what arrived is not a stream of
 * this chain. Reading a stream a second time fails with it, too.
 */
export class ChainStreamError extends ChainError {
  override get name(): "ChainStreamError" {
    return "ChainStreamError";
  }

  /** How many bytes had arrived. */
  declare readonly receivedBytes: number;
  /** What had arrived of a text stream: at most its first 100,000 characters. Other streams have none. */
  declare readonly receivedText?: string | undefined;

  constructor(message: string, details: ChainErrorDetails & StreamProgress) {
    super(message, details, { help: "Generate the client again, and read the logs of the chain." });
  }
}
