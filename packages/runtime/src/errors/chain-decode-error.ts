import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** The answer reports success, but its body is not the JSON that the call returns. */
export class ChainDecodeError extends ChainError {
  override get name(): "ChainDecodeError" {
    return "ChainDecodeError";
  }

  /** The first 500 characters of the body. */
  declare readonly body: string;

  constructor(message: string, details: ChainErrorDetails & { readonly body: string }) {
    super(message, details, { help: "Check the address, or generate the client again." });
  }
}
