import type { DeployedCallOptions } from "./deployed-call-options.js";

/**
 * The options of a queued call. Bounds are checked before anything is sent.
 *
 * Source: Baseten docs, "Async inference".
 */
export interface AsyncCallOptions extends DeployedCallOptions {
  /**
   * Where the platform posts the result: an https URL, or http on this machine. `parseWebhook` of
   * `@typed-chains/runtime/webhook` reads it there. `null` says that nobody waits for the result, since the chain keeps it
   * itself; the platform does not.
   */
  webhookEndpoint: string | null;
  /**
   * The priority of the call: a lower number is served sooner.
   *
   * @defaultValue 0
   */
  priority?: 0 | 1 | 2 | undefined;
  /**
   * How long the call may wait for its turn, in seconds: 10 to 259200.
   *
   * @defaultValue 600
   */
  maxTimeInQueueSeconds?: number | undefined;
  /** How the platform retries the chain after it failed. */
  inferenceRetry?: InferenceRetryOptions | undefined;
  /**
   * The shape of the request's body: `"wrapped"` is `{ "model_input": { … }, … }`, `"bare"` is the arguments alone, with
   * no room for a webhook or any other option of the queue. The documentation shows both for chains.
   *
   * @defaultValue "wrapped"
   */
  body?: "wrapped" | "bare" | undefined;
  /**
   * The most bytes that the request's body may have; a larger one is refused before sending. Baseten raises the limit for an
   * organization that asks (Baseten docs, "Inference errors").
   *
   * @defaultValue 262_144
   */
  maxBodyBytes?: number | undefined;
}

/** How the platform retries a queued call: by default a chain that raises runs three times. */
export interface InferenceRetryOptions {
  /**
   * The most times that it runs, including the first: 1 to 10.
   *
   * @defaultValue 3
   */
  maxAttempts?: number | undefined;
  /**
   * The wait before the second attempt, in milliseconds: 0 to 10000. It doubles with each attempt.
   *
   * @defaultValue 1000
   */
  initialDelayMs?: number | undefined;
  /**
   * The longest wait, in milliseconds: 0 to 60000.
   *
   * @defaultValue 5000
   */
  maxDelayMs?: number | undefined;
}
