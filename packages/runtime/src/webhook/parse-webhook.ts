import type { ChainDescriptor } from "../chain.js";
import { checkChain } from "../check-chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import { ChainWebhookError } from "../errors/chain-webhook-error.js";
import { checkOptions } from "../options/check-options.js";
import { type AsyncResult, asyncResultOf } from "./async-result.js";
import { checkDelivery } from "./check-delivery.js";
import { deliveryIn } from "./delivery.js";
import { headerOf } from "./header.js";
import { readBody } from "./read-body.js";
import { secretsOf } from "./secrets.js";
import { isSigned } from "./signature.js";
import type { WebhookOptions } from "./webhook-options.js";
import type { WebhookRequest } from "./webhook-request.js";

/**
 * Reads the webhook that reports the end of a queued call, once it is certain that Baseten sent it: the signature over its
 * raw body is verified, its time must be recent, and the ids in it must agree.
 *
 * Baseten delivers at most twice, the second time after a 500, 502, 503, 504 or 10 seconds; then the result is lost. So
 * answer soon, with a 400 to what is refused here, and expect the same `requestId` twice.
 *
 * @param chain - The chain that was called, as the generated module exports it. A chain that streams is never queued.
 * @param request - The `Request` of fetch, or `{ headers, body }` of any server, with the raw body.
 * @param options - The secrets to verify with, and limits.
 * @returns The chain's result, or why there is none.
 * @throws `ChainWebhookError` if it is refused; `reason` says why.
 * @throws `ChainConfigError` if no secret is given, or the body is no longer raw.
 * @example
 * ```ts
 * const result = await parseWebhook(helloChain, request, { secrets: process.env.BASETEN_WEBHOOK_SECRET });
 * if (result.ok) console.log(result.requestId, result.data);
 * ```
 */
export async function parseWebhook<Input, Output>(
  chain: ChainDescriptor<Input, Output>,
  request: WebhookRequest,
  options: WebhookOptions,
): Promise<AsyncResult<Output>> {
  checkChain(chain);
  const { name } = chain;
  // Callers may be JavaScript, and leave them out.
  const given = Object(options) as WebhookOptions;
  const { toleranceSeconds = 300, maxBodyBytes = 16_777_216 } = given;
  const chainId = given.chainId ?? chain.chainId;
  checkOptions(name, given, { toleranceSeconds: 1, maxBodyBytes: 1 });
  checkRequest(name, request);
  const secrets = secretsOf(name, given.secrets);
  const body = await (secrets === undefined
    ? readBody(name, request, maxBodyBytes)
    : readSigned(name, request, { secrets, maxBodyBytes }));
  const delivery = deliveryIn(name, body);
  const requestId = headerOf(request.headers, "x-baseten-request-id");
  checkDelivery(delivery, { chain: name, chainId, requestId, toleranceSeconds });
  return asyncResultOf(delivery) as AsyncResult<Output>;
}

/** Callers may be JavaScript, so that anything can come here. */
function checkRequest(chain: string, request: WebhookRequest | null): void {
  const headers: unknown = request?.headers;
  if (Object(headers) === headers) return;
  throw new ChainConfigError("`request` must be a `Request`, or have headers and a body", { chain });
}

/** A body without any signature is not even read. */
async function readSigned(
  chain: string,
  request: WebhookRequest,
  { secrets, maxBodyBytes }: { readonly secrets: readonly string[]; readonly maxBodyBytes: number },
): Promise<Uint8Array> {
  const header = headerOf(request.headers, "x-baseten-signature");
  if (!header) throw new ChainWebhookError("the webhook is not signed", { chain, reason: "no-signature" });
  const body = await readBody(chain, request, maxBodyBytes);
  if (await isSigned(header, body, secrets)) return body;
  throw new ChainWebhookError("no secret matches a signature of the webhook", { chain, reason: "wrong-signature" });
}
