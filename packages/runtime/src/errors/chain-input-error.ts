import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/** One part of the input that does not fit. */
export interface InputProblem {
  /**
   * Where it is: keys and indices, outermost first; empty for the input as a whole. The server joins keys with dots and
   * escapes none, so that a key with a dot in it comes apart here; the message of the error has the server's own text.
   */
  readonly path: readonly (string | number)[];
  /** What is wrong with it, in the words of pydantic where the server found it. */
  readonly message: string;
}

/**
 * The input does not fit the chain. Either the server refused it (then there is a `status`), or it contains what JSON cannot
 * express (then nothing was sent).
 */
export class ChainInputError extends ChainError {
  override get name(): "ChainInputError" {
    return "ChainInputError";
  }

  /** What does not fit, and where. */
  declare readonly problems: readonly InputProblem[];

  constructor(message: string, details: ChainErrorDetails & { readonly problems: readonly InputProblem[] }) {
    super(message, details, { help: "Fix the input at the paths in `problems`." });
  }
}
