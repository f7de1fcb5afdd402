import type { AnyChainError } from "../errors/guards.js";

/**
 * How a call is retried. A chain costs GPU time and may do its work twice, so by default only what certainly did not run
 * or was shed is retried. All attempts share the time limit of the call: a wait that would outlast it is not begun.
 */
export interface RetryOptions {
  /**
   * The most times that the call is made, including the first.
   *
   * @defaultValue 3
   */
  maxAttempts?: number | undefined;
  /**
   * The longest wait before the second attempt, in milliseconds. It doubles with each attempt, and each wait is a random
   * part of it; what `Retry-After` asks for comes on top.
   *
   * @defaultValue 1000
   */
  initialDelayMs?: number | undefined;
  /**
   * Where the doubling stops, in milliseconds (Baseten docs, "HTTP client configuration").
   *
   * @defaultValue 30_000
   */
  maxDelayMs?: number | undefined;
  /**
   * Which errors are tried again. By default: a connection that was never made, and the statuses 429, 502 and 503 where the
   * platform answered, not the chain. `(error) => error.retryable` also tries again what may have run, and so may run twice.
   * What it throws ends the call.
   */
  when?: ((error: AnyChainError) => boolean | Promise<boolean>) | undefined;
  /** Called before each wait, which begins once it has returned, or its promise has settled. What it throws ends the call. */
  onRetry?: ((event: RetryEvent) => unknown) | undefined;
}

/** What is known before the call is retried. */
export interface RetryEvent {
  /** Why the last attempt failed. */
  readonly error: AnyChainError;
  /** The number of the attempt that failed: the first is 1. */
  readonly attempt: number;
  /** How long the wait is, in milliseconds. */
  readonly delayMs: number;
}
