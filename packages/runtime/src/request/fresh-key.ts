import { isChainHttpError } from "../errors/guards.js";
import type { SentHeaders } from "./headers.js";

/**
 * Prepares attempts at a call, with the headers that the caller gives and the key. An `authorization` of the caller's own wins;
 * then no key is looked up.
 *
 * The key is asked for once, and once more after a 401, which the platform answers before the chain is reached: a key may have
 * been replaced meanwhile. If it is still the same, so is the answer.
 */
export async function withFreshKey<Result>(
  headers: SentHeaders,
  askKey: () => Promise<string | undefined> | string | undefined,
  send: (headers: SentHeaders) => Promise<Result>,
): Promise<() => Promise<Result>> {
  if (headers["authorization"] !== undefined) return () => send(headers);
  const asked = askKey();
  const key = typeof asked === "object" ? await asked : asked;
  let sent = key === undefined ? headers : { ...headers, authorization: key };
  let isRenewed = false;
  return () =>
    send(sent).catch(async (error: unknown) => {
      if (isRenewed || !isChainHttpError(error) || error.status !== 401) throw error;
      isRenewed = true;
      const authorization = await askKey();
      if (authorization === undefined || authorization === key) throw error;
      sent = { ...headers, authorization };
      return send(sent);
    });
}
