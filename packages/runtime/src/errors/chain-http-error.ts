import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** Where Baseten explains its statuses. */
export const page = 'See Baseten docs, "Inference errors".';

/** What an HTTP error has beside what all have. */
interface HttpErrorDetails {
  readonly body: string;
  readonly retryAfterMs?: number | undefined;
}

/** The platform, or something in front of it, answered with an error that does not come from the chain's code. */
export class ChainHttpError extends ChainError {
  override get name(): "ChainHttpError" {
    return "ChainHttpError";
  }

  /** The body of the answer, at most its first 10,000 characters. */
  declare readonly body: string;
  /** How long the server asks to wait (`Retry-After`), in milliseconds, if it does. */
  declare readonly retryAfterMs: number | undefined;

  constructor(message: string, details: ChainErrorDetails & HttpErrorDetails) {
    super(message, details, { help: page });
  }
}
