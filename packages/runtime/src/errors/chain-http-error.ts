import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** The platform, or what stands before it, answered with an error that is none of the chain's code. */
export class ChainHttpError extends ChainError {
  override get name(): "ChainHttpError" {
    return "ChainHttpError";
  }

  /** The body of the answer, at most its first 10,000 characters. */
  declare readonly body: string;

  constructor(message: string, details: ChainErrorDetails & { readonly body: string }) {
    super(message, details, { help: 'See Baseten docs, "Inference errors".' });
  }
}
