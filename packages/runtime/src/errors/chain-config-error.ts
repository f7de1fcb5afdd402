import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** The options do not say how to make the call: no address, no API key, a value that is refused. Nothing was sent. */
export class ChainConfigError extends ChainError {
  override get name(): "ChainConfigError" {
    return "ChainConfigError";
  }

  constructor(message: string, details: ChainErrorDetails) {
    super(message, details, { help: "See the options in the README of @typed-chains/runtime." });
  }
}
