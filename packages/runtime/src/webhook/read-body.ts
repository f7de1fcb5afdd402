import { ChainWebhookError } from "../errors/chain-webhook-error.js";
import { joined } from "../joined.js";
import { bodyParts } from "./body-parts.js";
import { headerOf } from "./header.js";
import type { WebhookRequest } from "./webhook-request.js";

/**
 * Reads the raw body, into memory of its own: what is verified is what is parsed, whatever becomes of the caller's. A
 * body whose headers say that it is too large is not read at all, so that its sender can still be answered.
 */
export async function readBody(
  chain: string,
  request: WebhookRequest,
  maxBodyBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const source = bodyParts(chain, request);
  if (Number(headerOf(request.headers, "content-length")) > maxBodyBytes) throw tooLarge(chain, maxBodyBytes);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of source) {
    size += part.length;
    if (size > maxBodyBytes) throw tooLarge(chain, maxBodyBytes);
    parts.push(part);
  }
  if (size > 0) return joined(parts);
  const message = "the webhook is empty, or something else has already read it";
  throw new ChainWebhookError(message, { chain, reason: "malformed" });
}

function tooLarge(chain: string, maxBodyBytes: number): ChainWebhookError {
  return new ChainWebhookError(`the webhook has more than ${maxBodyBytes} bytes`, { chain, reason: "too-large" });
}
