import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/**
 * Why a webhook was refused.
 *
 * - `no-signature`: it has no signature, though secrets were given.
 * - `wrong-signature`: no secret matches any of its signatures.
 * - `too-large`: it has more than `maxBodyBytes`.
 * - `incomplete`: the connection broke before its body was complete.
 * - `malformed`: it is not UTF-8, not JSON, or not the message that ends a queued call.
 * - `stale`, `future`: it was sent longer than `toleranceSeconds` ago, or that far ahead of this machine's clock.
 * - `other-request`: its header names another request than its body.
 * - `other-chain`: it names another chain than the one that it is read for.
 */
export type WebhookRefusal =
  | "no-signature"
  | "wrong-signature"
  | "too-large"
  | "incomplete"
  | "malformed"
  | "stale"
  | "future"
  | "other-request"
  | "other-chain";

const clock = "Check this machine's clock, and what delays requests before it; `toleranceSeconds` is the limit.";

const help: Readonly<Record<WebhookRefusal, string>> = {
  "no-signature": "Make a webhook secret in Baseten's settings; `secrets: null` takes unsigned webhooks.",
  "wrong-signature": "Check `secrets`, and give the raw body, not one that was parsed.",
  "too-large": "Raise `maxBodyBytes`, and the limits before it, if the chain's results are that large.",
  incomplete: "The sender, or what stands before this server, gave up the connection.",
  malformed: "Check that Baseten alone posts here, and that nothing reads or changes the body before.",
  stale: clock,
  future: clock,
  "other-request": "Check what stands before this server: a header or the body was changed.",
  "other-chain": "Give each chain an address of its own, or say with `chainId` which one was called.",
};

/**
 * A webhook is not accepted as the result of a call, because it is not certain who sent it or what it says. The error contains
 * neither the secret nor the signature that would have been right.
 */
export class ChainWebhookError extends ChainError {
  override get name(): "ChainWebhookError" {
    return "ChainWebhookError";
  }

  /** Why it was refused. */
  declare readonly reason: WebhookRefusal;

  constructor(message: string, details: ChainErrorDetails & { readonly reason: WebhookRefusal }) {
    super(message, details, { help: help[details.reason] });
  }
}
