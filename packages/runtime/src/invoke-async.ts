import type { ChainDescriptor } from "./chain.js";
import type { AsyncCallOptions } from "./options/async-call-options.js";
import { type AsyncRequest, reattach } from "./queue/async-request.js";
import { withinLimit } from "./queue/body-limit.js";
import { platformCall } from "./queue/platform-call.js";
import { queueBody } from "./queue/queue-body.js";
import { receiveRecord, textOf } from "./queue/receive-record.js";
import { encodeInput } from "./request/encode-input.js";

/**
 * Queues a call (`async_run_remote`) and returns once the platform has accepted it. Only the entrypoint is queued: the
 * chainlets that it calls are called as usual. The result goes to `webhookEndpoint`. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot express is refused.
 * @param options - Where the result goes, where the chain is and how to queue the call.
 * @throws An error of the {@link ChainError} family or, after an abort, the reason of `options.signal`.
 */
export async function invokeAsync<Input, Output>(
  chain: ChainDescriptor<Input, Output>,
  input: Input,
  options: AsyncCallOptions,
): Promise<AsyncRequest> {
  // Callers may be JavaScript, and leave them out.
  const given = Object(options) as AsyncCallOptions;
  const body = (): string =>
    withinLimit(chain.name, queueBody(chain.name, encodeInput(chain.name, input), given), given);
  const receive = receiveRecord("request id", ({ request_id }) => textOf(request_id));
  const requestId = await platformCall({ chain, options: given, operation: "async_run_remote", body, receive });
  return reattach(chain, requestId, { ...given, retry: undefined, signal: undefined });
}
