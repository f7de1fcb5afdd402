/**
 * What is asked for: the end of a call's path (Baseten docs, "Inference API overview"). A queued request is found at the root
 * of the chain's host, everything else under the path of the target.
 */
export type Operation =
  | "run_remote"
  | "async_run_remote"
  | "async_queue_status"
  | "wake"
  | "websocket"
  | QueuedRequestOperation;

/** The path of one queued request, with its id as one encoded segment. */
export type QueuedRequestOperation = `async_request/${string}`;

/** Whether an operation is one of a queued request, which no target is part of. Only those have a slash. */
export function isOfRequest(operation: Operation): operation is QueuedRequestOperation {
  return operation.includes("/");
}
