import type { ChainConfigError } from "./chain-config-error.js";
import type { ChainConnectionError } from "./chain-connection-error.js";
import type { ChainDecodeError } from "./chain-decode-error.js";
import { brand } from "./chain-error.js";
import type { ChainHttpError } from "./chain-http-error.js";
import type { ChainInputError } from "./chain-input-error.js";
import type { ChainRemoteError } from "./chain-remote-error.js";
import type { ChainSocketError } from "./chain-socket-error.js";
import type { ChainStreamError } from "./chain-stream-error.js";
import type { ChainTimeoutError } from "./chain-timeout-error.js";
import type { ChainWebhookError } from "./chain-webhook-error.js";

/** Any error of the family. `switch (error.name)` tells them apart. */
export type AnyChainError =
  | ChainInputError
  | ChainRemoteError
  | ChainHttpError
  | ChainConnectionError
  | ChainTimeoutError
  | ChainStreamError
  | ChainSocketError
  | ChainDecodeError
  | ChainConfigError
  | ChainWebhookError;

/** Whether the value is an error of this package, from any copy of it (`instanceof` knows only its own copy). */
export function isChainError(value: unknown): value is AnyChainError {
  return (value as { readonly [brand]?: true } | null | undefined)?.[brand] === true;
}

/** Whether the input did not fit the chain. */
export function isChainInputError(value: unknown): value is ChainInputError {
  return isChainError(value) && value.name === "ChainInputError";
}

/** Whether the chain's own code raised an exception. */
export function isChainRemoteError(value: unknown): value is ChainRemoteError {
  return isChainError(value) && value.name === "ChainRemoteError";
}

/** Whether the platform answered with an error. */
export function isChainHttpError(value: unknown): value is ChainHttpError {
  return isChainError(value) && value.name === "ChainHttpError";
}

/** Whether no complete answer arrived. */
export function isChainConnectionError(value: unknown): value is ChainConnectionError {
  return isChainError(value) && value.name === "ChainConnectionError";
}

/** Whether the call took longer than `timeoutMs`. */
export function isChainTimeoutError(value: unknown): value is ChainTimeoutError {
  return isChainError(value) && value.name === "ChainTimeoutError";
}

/** Whether a stream began but did not complete. */
export function isChainStreamError(value: unknown): value is ChainStreamError {
  return isChainError(value) && value.name === "ChainStreamError";
}

/** Whether a websocket closed for a reason other than the return of `run_remote`, or was used after it closed. */
export function isChainSocketError(value: unknown): value is ChainSocketError {
  return isChainError(value) && value.name === "ChainSocketError";
}

/** Whether a success had a body that is not the JSON that the call returns. */
export function isChainDecodeError(value: unknown): value is ChainDecodeError {
  return isChainError(value) && value.name === "ChainDecodeError";
}

/** Whether the options do not say how to make the call. */
export function isChainConfigError(value: unknown): value is ChainConfigError {
  return isChainError(value) && value.name === "ChainConfigError";
}

/** Whether a webhook was refused. */
export function isChainWebhookError(value: unknown): value is ChainWebhookError {
  return isChainError(value) && value.name === "ChainWebhookError";
}
