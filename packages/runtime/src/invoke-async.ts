import { call } from "./call.js";
import type { ChainDescriptor } from "./chain.js";
import { ChainConfigError } from "./errors/chain-config-error.js";
import type { AsyncCallOptions } from "./options/async-call-options.js";
import type { CallOptions } from "./options/call-options.js";
import { encodeInput } from "./request/encode-input.js";
import { queueBody } from "./request/queue-body.js";
import { decodeFailure } from "./response/failure.js";
import { isRecord } from "./response/json.js";
import { resultOf } from "./response/result.js";

/** A queued call. */
export interface AsyncRequest {
  /** The platform's id of the call. The webhook that carries the result has the same one. */
  readonly requestId: string;
}

/**
 * Queues a call (`async_run_remote`) and returns once the platform has accepted it. Only the entrypoint is queued: the
 * chainlets that it calls are called as ever. The result goes to `webhookEndpoint`. Generated functions call this.
 *
 * @param chain - What the generated module knows of the chain.
 * @param input - A plain object: one property per argument of `run_remote`. What JSON cannot say is refused.
 * @param options - Where the result goes, where the chain is and how to queue the call.
 * @throws {@link ChainError} one of its family, or the reason of `options.signal` after an abort.
 */
export async function invokeAsync<Input, Output>(
  chain: ChainDescriptor<Input, Output>,
  input: Input,
  options: AsyncCallOptions,
): Promise<AsyncRequest> {
  const reply = await call(chain, options, "async_run_remote", () => {
    refuseContainer(chain.name, options);
    return queueBody(chain.name, encodeInput(chain.name, input), options);
  });
  const accepted = resultOf(reply);
  if (isRecord(accepted) && typeof accepted["request_id"] === "string") return { requestId: accepted["request_id"] };
  throw decodeFailure(reply, "the answer has no request id");
}

/** The types exclude it; JavaScript callers learn it here. */
function refuseContainer(chain: string, { target }: CallOptions): void {
  if (typeof target === "object" && "container" in target) {
    throw new ChainConfigError("a container has no queue", {
      chain,
      help: "Call it synchronously, or give a `target` that the platform serves.",
    });
  }
}
