import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";

/** The headers of a request, by their names in lower case. */
export type SentHeaders = Record<string, string>;

/**
 * The headers that the caller gives, read once for all attempts. No message shows a value, nor what the platform says of it:
 * it may be a secret.
 */
export function givenHeaders(chain: string, given: CallOptions["headers"]): SentHeaders {
  if (given === undefined) return {};
  const headers = new Headers();
  let name: unknown;
  try {
    for (const [key, value] of Symbol.iterator in given ? given : Object.entries(given)) {
      name = key;
      // Headers would trim a line break at the end, and make a text of anything.
      if (typeof value !== "string" || /[\r\n]/.test(value)) throw new TypeError();
      headers.append(key, value);
    }
    return Object.fromEntries(headers);
  } catch {
    const place = name === undefined ? "`headers`" : `the header ${JSON.stringify(name)}`;
    throw new ChainConfigError(`${place} cannot be sent`, { chain });
  }
}
