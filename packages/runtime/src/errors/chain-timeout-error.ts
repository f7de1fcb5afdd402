import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** The call took longer than `timeoutMs`. The chain may still be running. */
export class ChainTimeoutError extends ChainError {
  override get name(): "ChainTimeoutError" {
    return "ChainTimeoutError";
  }

  constructor(message: string, details: ChainErrorDetails) {
    super(message, details, { retryable: true, help: "Raise `timeoutMs`; the chain may still be running." });
  }
}
