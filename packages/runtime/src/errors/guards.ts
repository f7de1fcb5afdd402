import type { ChainConfigError } from "./chain-config-error.js";
import type { ChainConnectionError } from "./chain-connection-error.js";
import type { ChainDecodeError } from "./chain-decode-error.js";
import { brand } from "./chain-error.js";
import type { ChainHttpError } from "./chain-http-error.js";
import type { ChainInputError } from "./chain-input-error.js";
import type { ChainRemoteError } from "./chain-remote-error.js";
import type { ChainStreamError } from "./chain-stream-error.js";
import type { ChainTimeoutError } from "./chain-timeout-error.js";

/** Any error of the family. `switch (error.name)` tells them apart. */
export type AnyChainError =
  | ChainInputError
  | ChainRemoteError
  | ChainHttpError
  | ChainConnectionError
  | ChainTimeoutError
  | ChainStreamError
  | ChainDecodeError
  | ChainConfigError;

/** Whether the value is an error of this package, from any copy of it (`instanceof` knows only its own copy). */
export function isChainError(value: unknown): value is AnyChainError {
  return typeof value === "object" && value !== null && brand in value;
}

/** Whether the input did not fit the chain. */
export function isChainInputError(value: unknown): value is ChainInputError {
  return isChainError(value) && value.name === "ChainInputError";
}

/** Whether the chain's own code raised. */
export function isChainRemoteError(value: unknown): value is ChainRemoteError {
  return isChainError(value) && value.name === "ChainRemoteError";
}

/** Whether the platform answered with an error. */
export function isChainHttpError(value: unknown): value is ChainHttpError {
  return isChainError(value) && value.name === "ChainHttpError";
}

/** Whether no whole answer came. */
export function isChainConnectionError(value: unknown): value is ChainConnectionError {
  return isChainError(value) && value.name === "ChainConnectionError";
}

/** Whether the call took longer than `timeoutMs`. */
export function isChainTimeoutError(value: unknown): value is ChainTimeoutError {
  return isChainError(value) && value.name === "ChainTimeoutError";
}

/** Whether a stream began, and did not come whole. */
export function isChainStreamError(value: unknown): value is ChainStreamError {
  return isChainError(value) && value.name === "ChainStreamError";
}

/** Whether a success had a body that is not the JSON that the call returns. */
export function isChainDecodeError(value: unknown): value is ChainDecodeError {
  return isChainError(value) && value.name === "ChainDecodeError";
}

/** Whether the options do not say how to make the call. */
export function isChainConfigError(value: unknown): value is ChainConfigError {
  return isChainError(value) && value.name === "ChainConfigError";
}
