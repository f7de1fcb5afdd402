import { isLoopback } from "../../loopback.js";
import type { JsonValue } from "../../signature.js";
import { getOwn } from "../json/own-property.js";
import { isObject } from "../validation/check-object.js";

/** A call to be run later. */
export interface Submission {
  readonly input: JsonValue;
  /** Where the result is to be posted; left out, it is lost. */
  readonly webhook?: URL;
}

/** What came of reading a submission. */
export type SubmissionResult =
  | { readonly ok: true; readonly submission: Submission }
  | { readonly ok: false; readonly message: string };

/** The options that are numbers, with the bounds of the platform's documentation. */
const bounds: readonly (readonly [path: readonly string[], least: number, most: number])[] = [
  [["priority"], 0, 2],
  [["max_time_in_queue_seconds"], 10, 259_200],
  [["inference_retry_config", "max_attempts"], 1, 10],
  [["inference_retry_config", "initial_delay_ms"], 0, 10_000],
  [["inference_retry_config", "max_delay_ms"], 0, 60_000],
];

/** Reads the body of an asynchronous call: the arguments wrapped in `model_input`, beside the options. */
export function readSubmission(body: JsonValue): SubmissionResult {
  const input = isObject(body) ? getOwn(body, "model_input") : undefined;
  if (!isObject(body) || input === undefined || !isObject(input)) {
    return { ok: false, message: "model_input is required, an object of the chain's arguments" };
  }
  const outside = findOutside(body);
  if (outside !== undefined) return { ok: false, message: outside };
  const webhook = getOwn(body, "webhook_endpoint") ?? null;
  if (webhook === null) return { ok: true, submission: { input } };
  const url = readWebhook(webhook);
  if (url !== undefined) return { ok: true, submission: { input, webhook: url } };
  return { ok: false, message: "webhook_endpoint must be an https URL, or http on this machine" };
}

function findOutside(body: JsonValue): string | undefined {
  for (const [path, least, most] of bounds) {
    const value = path.reduce<JsonValue>((part, name) => (isObject(part) ? (getOwn(part, name) ?? null) : null), body);
    const fits = typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
    if (value !== null && !fits) return `${path.join(".")} must be a whole number from ${least} to ${most}`;
  }
  return undefined;
}

/** The platform posts to https alone; this machine's own addresses are for development. */
function readWebhook(value: JsonValue): URL | undefined {
  if (typeof value !== "string" || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url)) ? url : undefined;
}
