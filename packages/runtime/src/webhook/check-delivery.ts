import type { ChainIdSource } from "../chain-id-source.js";
import { ChainWebhookError, type WebhookRefusal } from "../errors/chain-webhook-error.js";
import { type Delivery, instantOf } from "./delivery.js";

/** What a delivery has to agree with. */
export interface Expectation {
  /** The name of the chain, for errors. */
  readonly chain: string;
  /** The id of the chain, where it is known, or what knows it. */
  readonly chainId: string | ChainIdSource | undefined;
  /** The id of the call that the headers name; where something on the way left it out, that in the body counts. */
  readonly requestId: string | undefined;
  readonly toleranceSeconds: number;
}

/** Refuses what is signed, but is not for this chain, or not of now. */
export function checkDelivery(delivery: Delivery, expected: Expectation): void {
  const { request_id: requestId, chain_id: chainId } = delivery;
  const refuse = (reason: WebhookRefusal, message: string): never => {
    throw new ChainWebhookError(`the webhook ${message}`, { chain: expected.chain, requestId, reason });
  };
  if (!agree(expected.requestId, requestId)) {
    refuse("other-request", "names one request in its headers, another in its body");
  }
  if (!isOfChain(expected.chainId, chainId)) refuse("other-chain", "is from another chain");
  const age = (Date.now() - instantOf(delivery.time)) / 1000;
  const distance = `${Math.ceil(Math.abs(age))} s`;
  const limit = `${expected.toleranceSeconds} s are allowed`;
  if (age > expected.toleranceSeconds) refuse("stale", `was sent ${distance} ago, and ${limit}`);
  if (-age > expected.toleranceSeconds) refuse("future", `was sent ${distance} ahead of this clock, and ${limit}`);
}

function isOfChain(expected: Expectation["chainId"], given: unknown): boolean {
  if (typeof expected !== "object" || typeof given !== "string") return agree(expected, given);
  return expected.mayBe(given);
}

/** Only what is known on both sides can differ. */
function agree(expected: unknown, given: unknown): boolean {
  return expected === undefined || given === undefined || given === null || expected === given;
}
