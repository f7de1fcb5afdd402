import type { Destination } from "../address/destination.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { authorizationOf } from "./api-key.js";

/** The headers of one try of a call: those given, and the key. An authorization of the caller's own wins; then no key is looked up. */
export async function withKey(
  chain: string,
  options: CallOptions,
  destination: Destination,
  given: Headers,
): Promise<Headers> {
  const headers = new Headers(given);
  const authorization = headers.get("authorization") ?? (await authorizationOf(chain, options, destination));
  if (authorization !== undefined) headers.set("authorization", authorization);
  return headers;
}

/** The headers that the caller gives, read once for all tries. No message shows a value, nor what the platform says of it: it may be a secret. */
export function givenHeaders(chain: string, given: CallOptions["headers"] = {}): Headers {
  const headers = new Headers();
  let name: unknown;
  try {
    for (const [key, value] of Symbol.iterator in given ? given : Object.entries(given)) {
      name = key;
      // Headers would trim a line break at the end, and make a text of anything.
      if (typeof value !== "string" || /[\r\n]/.test(value)) throw new TypeError();
      headers.append(key, value);
    }
    return headers;
  } catch {
    const place = name === undefined ? "`headers`" : `the header ${JSON.stringify(name)}`;
    throw new ChainConfigError(`${place} cannot be sent`, { chain });
  }
}
