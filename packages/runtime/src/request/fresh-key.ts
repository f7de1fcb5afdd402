import { isChainHttpError } from "../errors/guards.js";

/**
 * Prepares attempts at a call. The key is asked for once, and once more after a 401, which the platform answers before the
 * chain is reached: a key may have been replaced meanwhile. If it is still the same, so is the answer.
 */
export async function withFreshKey<Result>(
  askHeaders: () => Promise<Headers>,
  send: (headers: Headers) => Promise<Result>,
): Promise<() => Promise<Result>> {
  let headers = await askHeaders();
  let isFresh = false;
  return async () => {
    try {
      return await send(headers);
    } catch (error) {
      if (isFresh || !isChainHttpError(error) || error.status !== 401) throw error;
      isFresh = true;
      const stale = headers;
      headers = await askHeaders();
      if (headers.get("authorization") === stale.get("authorization")) throw error;
      return send(headers);
    }
  };
}
