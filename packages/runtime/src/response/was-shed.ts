import type { ChainHttpError } from "../errors/chain-http-error.js";

/**
 * Whether the platform shed a call, so that the chain did not run and the call is tried again by default. What the container
 * itself answered is not `retryable`, and the development server's bare text says that the chain's process has died, which
 * may be this call's doing.
 */
export function wasShed({
  status = 0,
  retryable,
  body,
}: Pick<ChainHttpError, "status" | "retryable" | "body">): boolean {
  return retryable && [429, 502, 503].includes(status) && !body.startsWith('"');
}
