import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** The options do not say how to make the call: no address, no API key, a value that is refused. Nothing was sent. */
export class ChainConfigError extends ChainError {
  override get name(): "ChainConfigError" {
    return "ChainConfigError";
  }

  constructor(message: string, details: ChainErrorDetails) {
    super(message, details, { help: "See typed-chains, docs/calling.md." });
  }
}
