import type { AnyChain } from "../chain.js";
import type { DeployedCallOptions } from "../options/deployed-call-options.js";
import { asQuestion, platformCall } from "./platform-call.js";
import { receiveRecord } from "./receive-record.js";

/** How much is queued for one deployment. */
export interface QueueStatus {
  /** The number of calls that wait for their turn. */
  readonly queued: number;
  /** The number of calls that are running. */
  readonly inProgress: number;
}

/**
 * Asks how many calls wait and run in the queue of a deployment. The documentation describes this for models and says that
 * chains have the same; it has not been tried on a deployed chain.
 *
 * Source: Baseten docs, "Inference API", `async_queue_status`; at most 20 questions a second.
 *
 * @param chain - The chain, as the generated module exports it.
 * @param options - Where the chain is and how to ask.
 * @throws An error of the {@link ChainError} family or, after an abort, the reason of `options.signal`.
 */
export function queueStatus(chain: AnyChain, options: DeployedCallOptions = {}): Promise<QueueStatus> {
  const receive = receiveRecord("numbers of requests", queueStatusOf);
  return platformCall({ chain, options: asQuestion(options), operation: "async_queue_status", method: "GET", receive });
}

function queueStatusOf(record: Record<string, unknown>): QueueStatus | undefined {
  const { num_queued_requests: queued, num_in_progress_requests: inProgress } = record;
  return typeof queued === "number" && typeof inProgress === "number" ? { queued, inProgress } : undefined;
}
