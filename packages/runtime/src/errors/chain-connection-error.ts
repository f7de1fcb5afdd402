import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** No complete answer arrived: the connection could not be made, or it broke. `cause` is what `fetch` threw. */
export class ChainConnectionError extends ChainError {
  override get name(): "ChainConnectionError" {
    return "ChainConnectionError";
  }

  constructor(message: string, details: ChainErrorDetails) {
    super(message, details, { retryable: true, help: "Check the network, and `chainId`, `url` or `baseUrl`." });
  }
}
