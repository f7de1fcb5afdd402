import { destinationOf } from "./address/destination.js";
import type { Operation } from "./address/operation.js";
import type { AnyChain } from "./chain.js";
import type { CallOptions } from "./options/call-options.js";
import { authorizationOf } from "./request/api-key.js";
import { withDeadline } from "./request/deadline.js";
import { exchange } from "./request/exchange.js";
import { addKey } from "./request/fresh-key.js";
import { givenHeaders } from "./request/headers.js";
import { retriesOf } from "./request/retry.js";
import type { Receive } from "./response/answer.js";

/** One call, before anything of it is sent. */
export interface Call<Result> {
  readonly chain: AnyChain;
  /** Callers may be JavaScript, and give none by null. */
  readonly options: CallOptions | null;
  readonly operation: Operation;
  /** Left out, it is POST. */
  readonly method?: "GET" | "DELETE";
  /** Writes the body, as JSON or as msgpack, or refuses the input. */
  readonly body?: () => string | Uint8Array<ArrayBuffer>;
  /** Makes the result of an answer, or throws the error that it is. */
  readonly receive: Receive<Result>;
}

/** Makes one call: everything between the caller's options and the result, within the time limit. */
export function call<Result>(it: Call<Result>): Promise<Result> {
  // What is bound is no frame of its own in the stack of an error, which has ten.
  return withDeadline(it.chain, it.options, (perform<Result>).bind(undefined, it));
}

/**
 * Makes one call that nothing but the signal ends. It settles when `receive` does: with the headers of the answer, where
 * that leaves the body unread. The signal ends the body too, so that it has to live as long as anybody reads. `release` is
 * called before it succeeds.
 */
export async function perform<Result>(it: Call<Result>, signal: AbortSignal, release: () => void): Promise<Result> {
  const { chain, operation, method = "POST", receive } = it;
  const { name } = chain;
  const options = it.options ?? {};
  const body = it.body?.();
  const destination = destinationOf(chain, options, operation);
  const { url, origin } = destination;
  const headers = givenHeaders(name, options.headers);
  // The server reads msgpack only where the type says so, and anything else as JSON.
  headers["content-type"] = body instanceof Uint8Array ? "application/octet-stream" : "application/json";
  // Its time limit begins before the key is asked for, which may take a while.
  const waitAfter = retriesOf(name, options, signal);
  // No spread of what is already one object: that alone takes longer than all else before `fetch`.
  const request = { method, url, origin, headers, secret: "", body, send: options.fetch, signal };
  const beforeNext = await addKey(request, () => authorizationOf(name, options, destination), waitAfter);
  for (;;) {
    try {
      const result = await exchange(name, request, receive);
      release();
      return result;
    } catch (error) {
      await beforeNext(error);
    }
  }
}
