/** What every error of the family is created with. */
export interface ChainErrorDetails {
  /** The chain's name. */
  readonly chain: string;
  /** The HTTP status, once there was one. */
  readonly status?: number | undefined;
  /** Baseten's id of the request, once there was one. */
  readonly requestId?: string | undefined;
  /** Whether the same call may succeed later. By default it is what the class says. */
  readonly retryable?: boolean;
  /** What was thrown underneath, if anything was. */
  readonly cause?: unknown;
  /** One line on what to do. By default it is what the class says. */
  readonly help?: string;
}

/** What a class of the family says of its errors, where their details do not. */
interface ClassDetails {
  readonly help: string;
  readonly retryable?: boolean;
}

/** The registered symbol that marks the family, so that the guards work across copies of the package. */
export const brand: unique symbol = Symbol.for("@typed-chains/ChainError");

/**
 * Every failure of a call is one of these, except an abort by the caller's own signal: that rejects with the
 * signal's reason. `name` tells the classes apart. No error holds the API key.
 */
export abstract class ChainError extends Error {
  /** The name of the class: it tells the members of the family apart, also across copies of the package. */
  abstract override readonly name: string;
  /** The chain's name. */
  declare readonly chain: string;
  /** The HTTP status, once there was one. */
  declare readonly status: number | undefined;
  /** Baseten's id of the request (`x-baseten-request-id`), once there was one. Quote it to Baseten's support. */
  declare readonly requestId: string | undefined;
  /**
   * Whether the same call may succeed later: the cause is load, a lost connection or trouble on the platform. It does
   * not say that the chain did not run; a second call may run it a second time.
   */
  declare readonly retryable: boolean;
  /** One line on what to do: which option, which page of the documentation. */
  declare readonly help: string;
  /** What was thrown underneath, if anything was. */
  declare readonly cause?: unknown;

  constructor(message: string, details: ChainErrorDetails, usual: ClassDetails) {
    super(`${details.chain}: ${message}`, details);
    // Each class declares what its details hold, and nothing else: they become its properties as they are.
    Object.assign(this, { status: undefined, requestId: undefined, retryable: false }, usual, details);
    Object.defineProperty(this, brand, { value: true });
  }
}
