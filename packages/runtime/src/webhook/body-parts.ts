import { ChainConfigError } from "../errors/chain-config-error.js";
import { ChainWebhookError } from "../errors/chain-webhook-error.js";
import type { WebhookRequest } from "./webhook-request.js";

/** The bytes of a body, in the parts that it is given in. */
export function bodyParts(chain: string, request: WebhookRequest): AsyncIterable<Uint8Array> {
  const { body } = request;
  if (body === null || body === undefined) return bytesOf(chain, []);
  if ("bodyUsed" in request && request.bodyUsed) throw notRaw(chain, "was already read");
  if (typeof body === "string" || ArrayBuffer.isView(body)) return bytesOf(chain, [body]);
  if (typeof body !== "object") throw notRaw(chain, "is missing");
  if ("getReader" in body) {
    // Whoever holds it reads it, though nothing may have come yet.
    if (body.locked) throw notRaw(chain, "was already read");
    return bytesOf(chain, chunksOf(body));
  }
  if (Symbol.asyncIterator in body) return bytesOf(chain, body);
  throw notRaw(chain, "is neither text, nor bytes, nor a stream of them");
}

/** A framework that parsed the body has lost its bytes: what JSON it would write again is another text. */
function notRaw(chain: string, what: string): ChainConfigError {
  return new ChainConfigError(`the body of the webhook ${what}`, {
    chain,
    help: "Give the raw body, before a parser of the framework reads it (docs/webhooks.md).",
  });
}

type Parts = Iterable<unknown> | AsyncIterable<unknown>;

async function* bytesOf(chain: string, parts: Parts): AsyncGenerator<Uint8Array, undefined> {
  try {
    for await (const part of parts) {
      if (ArrayBuffer.isView(part)) yield new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      else yield new TextEncoder().encode(String(part));
    }
    return undefined;
  } catch (cause) {
    throw new ChainWebhookError("the webhook did not arrive whole", { chain, reason: "incomplete", cause });
  }
}

/** Not every runtime's streams can be looped over. */
async function* chunksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return undefined;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}
