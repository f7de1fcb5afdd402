import { isChainHttpError } from "../errors/guards.js";
import type { SentHeaders } from "./headers.js";

/** What a key is added to. */
interface KeyedRequest {
  readonly headers: SentHeaders;
  /** Each `authorization` that was sent, one after the other: a server may still show an earlier one. */
  secret: string;
}

/**
 * Adds the key to a request, and gives what to do after a failed attempt: it renews the key, or waits as retries do, or throws
 * where there is to be no other attempt. An `authorization` of the caller's own wins; then no key is looked up.
 *
 * The key is asked for once, and once more after a 401, which the platform answers before the chain is reached: a key may have
 * been replaced meanwhile. If it is still the same, so is the answer.
 */
export async function addKey(
  request: KeyedRequest,
  askKey: () => Promise<string | undefined>,
  waitAfter: (error: unknown) => Promise<void>,
): Promise<(error: unknown) => Promise<void>> {
  const { headers } = request;
  const put = (authorization: string | undefined): void => {
    if (authorization === undefined) return;
    headers["authorization"] = authorization;
    request.secret += ` ${authorization}`;
  };
  let mayRenew = headers["authorization"] === undefined;
  put(headers["authorization"] ?? (await askKey()));
  return async (error) => {
    let failure = error;
    if (mayRenew && isChainHttpError(error) && error.status === 401) {
      mayRenew = false;
      try {
        const renewed = await askKey();
        if (renewed !== undefined && renewed !== headers["authorization"]) return put(renewed);
      } catch (refusal) {
        failure = refusal;
      }
    }
    await waitAfter(failure);
  };
}
