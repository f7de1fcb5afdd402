import type { QueuedRequestOperation } from "../address/operation.js";
import { part, segment } from "../address/part.js";
import type { AnyChain } from "../chain.js";
import { checkChain } from "../check-chain.js";
import type { DeployedCallOptions } from "../options/deployed-call-options.js";
import { type AsyncStatus, asyncStatusOf } from "./async-status.js";
import { asQuestion, platformCall } from "./platform-call.js";
import { receiveRecord } from "./receive-record.js";
import { isTooMany, pollUntilEnd, type WaitOptions } from "./wait.js";

/** The options of a query about a queued call. */
export interface AskOptions {
  /** Aborts the query. It then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
}

/**
 * A queued call. It can be asked about until an hour after its end (Baseten docs, "Async inference"). The key and the address
 * are those that it was queued with. The signal and the hooks of that call are not used again.
 */
export interface AsyncRequest {
  /** The platform's id of the call. The webhook that carries the result has the same one. */
  readonly requestId: string;
  /**
   * Asks for the status of the call.
   *
   * @throws An error of the {@link ChainError} family or, after an abort, the reason of `signal`.
   */
  status(options?: AskOptions): Promise<AsyncStatus>;
  /**
   * Takes the call out of the queue.
   *
   * @returns Whether it was still there: a call that runs cannot be stopped.
   * @throws An error of the {@link ChainError} family or, after an abort, the reason of `signal`.
   */
  cancel(options?: AskOptions): Promise<boolean>;
  /**
   * Asks again and again until the call has ended, however it ended: look at `status`.
   *
   * @throws {@link ChainTimeoutError} after `timeoutMs`, while the call itself goes on. Otherwise what `status` throws, but
   *   no 429, after which it asks again later.
   */
  wait(options?: WaitOptions): Promise<AsyncStatus>;
}

/**
 * Makes the handle of a call that was queued before, perhaps by another process. Nothing is sent yet.
 *
 * @param chain - The chain that was called, as the generated module exports it.
 * @param requestId - The id that the handle had.
 * @param options - Where the chain is and how to ask. The target matters only to a chain whose id depends on it.
 * @throws {@link ChainConfigError} if the id does not fit into a URL.
 */
export function reattach(chain: AnyChain, requestId: string, options: DeployedCallOptions = {}): AsyncRequest {
  checkChain(chain);
  const id = encodeURIComponent(part(chain.name, "requestId", requestId, segment));
  const operation: QueuedRequestOperation = `async_request/${id}`;
  const receiveStatus = receiveRecord("status", (record) => asyncStatusOf(requestId, record));
  const receiveCancel = receiveRecord("`canceled`", ({ canceled }) => booleanOf(canceled));
  // Callers may be JavaScript, and give null.
  const shared = Object(options) as DeployedCallOptions;
  const signalOf = (own?: AskOptions | null): AbortSignal | undefined => own?.signal ?? shared.signal;
  const ask = (asking: DeployedCallOptions, signal: AbortSignal | undefined): Promise<AsyncStatus> =>
    platformCall({ chain, operation, method: "GET", options: { ...asking, signal }, receive: receiveStatus });
  return {
    requestId,
    status: (own) => ask(asQuestion(shared), signalOf(own)),
    cancel: (own) => {
      const asking = { ...shared, signal: signalOf(own) };
      return platformCall({ chain, operation, method: "DELETE", options: asking, receive: receiveCancel });
    },
    wait: (own) =>
      pollUntilEnd(chain, ({ signal }) => ask(asQuestion(shared, isTooMany), signal), {
        ...own,
        signal: signalOf(own),
      }),
  };
}

function booleanOf(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}
