import { isChainHttpError } from "../errors/guards.js";
import type { SentHeaders } from "./headers.js";

/**
 * Adds the key to the headers of a call, and gives what renews it there after a failure. An `authorization` of the caller's own
 * wins; then no key is looked up.
 *
 * The key is asked for once, and once more after a 401, which the platform answers before the chain is reached: a key may have
 * been replaced meanwhile. If it is still the same, so is the answer. What renews it gives the error that is left, or nothing
 * where the call is to be made again.
 */
export async function addKey(
  headers: SentHeaders,
  askKey: () => Promise<string | undefined>,
): Promise<(error: unknown) => Promise<unknown>> {
  let mayRenew = headers["authorization"] === undefined;
  const key = mayRenew ? await askKey() : undefined;
  if (key !== undefined) headers["authorization"] = key;
  return async (error) => {
    if (!mayRenew || !isChainHttpError(error) || error.status !== 401) return error;
    mayRenew = false;
    try {
      const renewed = await askKey();
      if (renewed === undefined || renewed === key) return error;
      headers["authorization"] = renewed;
      return undefined;
    } catch (failure) {
      return failure;
    }
  };
}
