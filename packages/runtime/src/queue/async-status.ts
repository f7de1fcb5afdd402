import { isRecord } from "../response/json.js";
import { textOf } from "./receive-record.js";

/**
 * The status of a queued call. `QUEUED` and `IN_PROGRESS` go on; all others are its end. `EXPIRED`: its turn did not come in time.
 * `WEBHOOK_FAILED`: the chain ran, but its result could not be delivered and is lost.
 *
 * Source: Baseten docs, "Get async request status".
 */
export type AsyncStatusName =
  | "QUEUED"
  | "IN_PROGRESS"
  | "SUCCEEDED"
  | "FAILED"
  | "EXPIRED"
  | "CANCELED"
  | "WEBHOOK_FAILED";

/** What the platform says about a queued call. It never has the result: that goes to the webhook. */
export interface AsyncStatus {
  /** The platform's id of the call, the same as the handle's. */
  readonly requestId: string;
  /** The status of the call: see {@link AsyncStatusName}. A newer platform may have others, which count as an end. */
  readonly status: AsyncStatusName | (string & Record<never, never>);
  /** The status of the delivery of the result: `PENDING`, `SUCCEEDED`, `FAILED`, `CANCELED`, `NO_WEBHOOK_PROVIDED`. */
  readonly webhookStatus: string | undefined;
  /** When the call was queued, a date and time in UTC. */
  readonly createdAt: string | undefined;
  /** When `status` became what it is, a date and time in UTC. */
  readonly statusAt: string | undefined;
  /** Why it failed, if it did. */
  readonly errors: readonly AsyncFailure[];
}

/** Why a queued call failed. */
export interface AsyncFailure {
  /** Such as `MODEL_PREDICT_ERROR`: the chain raised. */
  readonly code: string;
  /** What went wrong, in the platform's words. */
  readonly message: string;
}

/** Whether a queued call goes on. A status that is not known yet counts as an end, so that nobody waits for ever. */
export function isPending({ status }: AsyncStatus): boolean {
  return status === "QUEUED" || status === "IN_PROGRESS";
}

/** Reads the platform's answer about a queued call. */
export function asyncStatusOf(requestId: string, record: Record<string, unknown>): AsyncStatus | undefined {
  const { status, webhook_status, created_at, status_at, errors } = record;
  if (typeof status !== "string") return undefined;
  return {
    requestId,
    status,
    webhookStatus: textOf(webhook_status),
    createdAt: textOf(created_at),
    statusAt: textOf(status_at),
    errors: Array.isArray(errors) ? failuresIn(errors) : [],
  };
}

/** Reads the platform's list of why a queued call failed. */
export function failuresIn(errors: readonly unknown[]): readonly AsyncFailure[] {
  const records = errors.filter(isRecord);
  return records.map(({ code, message }) => ({ code: textOf(code) ?? "", message: textOf(message) ?? "" }));
}
