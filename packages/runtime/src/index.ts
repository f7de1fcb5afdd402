export { chainIdByEnvironment } from "./address/chain-id-by-environment.js";
export { chainIdFromVariable } from "./address/chain-id-from-variable.js";
export type { AnyChain, ChainDescriptor } from "./chain.js";
export type { ChainIdSource } from "./chain-id-source.js";
export { ChainConfigError } from "./errors/chain-config-error.js";
export { ChainConnectionError } from "./errors/chain-connection-error.js";
export { ChainDecodeError } from "./errors/chain-decode-error.js";
export { ChainError, type ChainErrorDetails } from "./errors/chain-error.js";
export { ChainHttpError } from "./errors/chain-http-error.js";
export { ChainInputError, type InputProblem } from "./errors/chain-input-error.js";
export {
  ChainRemoteError,
  type RemoteCause,
  type RemoteException,
  type RemoteStackFrame,
} from "./errors/chain-remote-error.js";
export { ChainSocketError, type SocketClose, type SocketCloseKind } from "./errors/chain-socket-error.js";
export { ChainStreamError, type StreamProgress } from "./errors/chain-stream-error.js";
export { ChainTimeoutError } from "./errors/chain-timeout-error.js";
export { ChainWebhookError, type WebhookRefusal } from "./errors/chain-webhook-error.js";
export {
  type AnyChainError,
  isChainConfigError,
  isChainConnectionError,
  isChainDecodeError,
  isChainError,
  isChainHttpError,
  isChainInputError,
  isChainRemoteError,
  isChainSocketError,
  isChainStreamError,
  isChainTimeoutError,
  isChainWebhookError,
} from "./errors/guards.js";
export { invoke } from "./invoke.js";
export { invokeAsync } from "./invoke-async.js";
export type { JsonSchema, JsonSchemaType, JsonSchemaValue } from "./json-schema.js";
export type {
  AddressedAsyncCallOptions,
  BaseUrlAsyncCallOptions,
  ChainIdAsyncCallOptions,
  UrlAsyncCallOptions,
} from "./options/addressed-async-call-options.js";
export type {
  AddressedCallOptions,
  BaseUrlCallOptions,
  ChainIdCallOptions,
  ContainerCallOptions,
  UrlCallOptions,
} from "./options/addressed-call-options.js";
export type { AsyncCallOptions, InferenceRetryOptions } from "./options/async-call-options.js";
export type { CallOptions } from "./options/call-options.js";
export type { DeployedCallOptions } from "./options/deployed-call-options.js";
export type { RetryEvent, RetryOptions } from "./options/retry-options.js";
export type {
  ContainerTarget,
  DeployedTarget,
  DeploymentTarget,
  EnvironmentTarget,
  RegionalEnvironmentTarget,
  Target,
} from "./options/target.js";
export { type AskOptions, type AsyncRequest, reattach } from "./queue/async-request.js";
export type { AsyncFailure, AsyncStatus, AsyncStatusName } from "./queue/async-status.js";
export { type QueueStatus, queueStatus } from "./queue/queue-status.js";
export type { WaitOptions } from "./queue/wait.js";
export { wake } from "./queue/wake.js";
export { type Callable, type OptionsOf, type WithOptions, withOptions } from "./with-options.js";
