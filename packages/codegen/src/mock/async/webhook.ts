import { setTimeout as delay } from "node:timers/promises";
import type { JsonValue } from "../../signature.js";

/** What the platform posts when an asynchronous call has ended. */
export interface WebhookPayload {
  readonly request_id: string;
  readonly model_id: string;
  readonly deployment_id: string;
  readonly type: "async_request_completed";
  /** When it is sent: UTC, with microseconds. */
  readonly time: string;
  /** The chain's result; null where it failed. */
  readonly data: JsonValue;
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

const attempts = 2;
const pauseMs = 2000;
const timeoutMs = 10_000;
const retried = [500, 502, 503, 504];

/**
 * Posts a result, once more after two seconds where the receiver fails; what is not received then is lost. Gives whether the
 * receiver took it.
 */
export async function deliver(url: URL, payload: WebhookPayload, closing: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const status = await post(url, payload, closing);
    if (status !== undefined && !retried.includes(status)) return status < 300;
    if (attempt < attempts) await delay(pauseMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
    if (closing.aborted) return false;
  }
  return false;
}

/** Gives the receiver's status; nothing where there was no answer. */
async function post(url: URL, payload: WebhookPayload, closing: AbortSignal): Promise<number | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", "x-baseten-request-id": payload.request_id },
      body: JSON.stringify(payload),
      redirect: "manual",
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
