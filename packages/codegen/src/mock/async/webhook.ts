import { createHmac } from "node:crypto";
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

/** A request, as it is posted each time. */
export interface Webhook {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Writes the request that carries a result. It is signed where there is a secret, as the platform does it. */
export function webhookTo(url: URL, payload: WebhookPayload, secret: string): Webhook {
  const body = JSON.stringify(payload);
  const headers = { "content-type": "application/json", "x-baseten-request-id": payload.request_id };
  if (secret === "") return { url, headers, body };
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { url, headers: { ...headers, "x-baseten-signature": `v1=${signature}` }, body };
}

const attempts = 2;
const pauseMs = 2000;
const timeoutMs = 10_000;
const retried = [500, 502, 503, 504];

/**
 * Posts a result, once more after two seconds where the receiver fails; what is not received then is lost. Gives whether the
 * receiver took it.
 */
export async function deliver(webhook: Webhook, closing: AbortSignal): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const status = await post(webhook, closing);
    if (status !== undefined && !retried.includes(status)) return status < 300;
    if (attempt < attempts) await delay(pauseMs, undefined, { signal: closing, ref: false }).catch(() => undefined);
    if (closing.aborted) return false;
  }
  return false;
}

/** Gives the receiver's status; nothing where there was no answer. */
async function post({ url, headers, body }: Webhook, closing: AbortSignal): Promise<number | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
    });
    await response.body?.cancel();
    return response.status;
  } catch {
    return undefined;
  }
}
