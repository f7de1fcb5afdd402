import { type AsyncFailure, failuresIn } from "../queue/async-status.js";
import { textOf } from "../queue/receive-record.js";
import type { Delivery } from "./delivery.js";

/** What every end of a queued call has. */
export interface AsyncEnd {
  /**
   * The platform's id of the call, the same as the handle's. The same end may be delivered twice, with the same id.
   */
  readonly requestId: string;
  /** The deployment that ran it, if the platform says which. */
  readonly deploymentId: string | undefined;
  /** When the platform sent this: a date and time in UTC, with microseconds. */
  readonly sentAt: string;
}

/** The chain ran. */
export interface AsyncSucceeded<Output> extends AsyncEnd {
  /** Tells the two ends apart. */
  readonly ok: true;
  /** The chain's JSON result, as parsed: nothing in it is converted. */
  readonly data: Output;
}

/** The chain did not run, or raised in each of its attempts. */
export interface AsyncFailed extends AsyncEnd {
  /** Tells the two ends apart. */
  readonly ok: false;
  /** Why, in the platform's words. */
  readonly errors: readonly AsyncFailure[];
}

/** How a queued call ended. */
export type AsyncResult<Output> = AsyncSucceeded<Output> | AsyncFailed;

/** Makes a result of a delivery. */
export function asyncResultOf(delivery: Delivery): AsyncResult<unknown> {
  const { request_id: requestId, time: sentAt, data, errors } = delivery;
  const end = { requestId, deploymentId: textOf(delivery.deployment_id), sentAt };
  return errors.length === 0 ? { ok: true, ...end, data } : { ok: false, ...end, errors: failuresIn(errors) };
}
