import { ChainWebhookError } from "../errors/chain-webhook-error.js";
import { isRecord, parseJson } from "../response/json.js";

/**
 * What the platform posts when a queued call has ended. `model_id`, which is documented for models, or `chain_id` may
 * stand beside it.
 *
 * Source: Baseten docs, "Async inference".
 */
export interface Delivery {
  readonly request_id: string;
  readonly chain_id?: unknown;
  readonly deployment_id?: unknown;
  readonly time: string;
  readonly data?: unknown;
  readonly errors: readonly unknown[];
}

/** Reads a body, or refuses it: what is not sure to be the end of a call must not be taken for one. */
export function deliveryIn(chain: string, body: Uint8Array): Delivery {
  const text = utf8In(body);
  const value = text === undefined ? undefined : parseJson(text);
  if (isDelivery(value)) return value;
  const what = text === undefined ? "UTF-8" : value === undefined ? "JSON" : "the end of a queued call";
  throw new ChainWebhookError(`the webhook is not ${what}`, { chain, reason: "malformed" });
}

function utf8In(body: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** A failure has errors, and a success has data, though it may be null. */
function isDelivery(value: unknown): value is Delivery {
  if (!isRecord(value)) return false;
  const { request_id, type, time, errors } = value;
  const isEnd = type === undefined || type === "async_request_completed";
  const hasOutcome = Array.isArray(errors) && (errors.length > 0 || Object.hasOwn(value, "data"));
  return isEnd && hasOutcome && typeof request_id === "string" && typeof time === "string" && isInstant(time);
}

/** Without a zone, it would be read as this machine's time. */
function isInstant(time: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(instantOf(time));
}

/** The milliseconds of a time since 1970. What is finer (the platform writes microseconds) not every runtime reads. */
export function instantOf(time: string): number {
  return Date.parse(time.replace(/(\.\d{3})\d+/, "$1"));
}
