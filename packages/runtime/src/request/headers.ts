import type { Destination } from "../address/destination.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { authorizationOf } from "./api-key.js";

/** The headers of a call. An authorization of the caller's own wins; then no API key is looked up. */
export async function headersOf(
  chain: string,
  options: CallOptions,
  destination: Destination,
  body: string | Uint8Array | undefined,
): Promise<Headers> {
  const headers = givenHeaders(chain, options.headers);
  // The server reads msgpack only where the type says so, and anything else as JSON.
  headers.set("content-type", body instanceof Uint8Array ? "application/octet-stream" : "application/json");
  const authorization = headers.get("authorization") ?? (await authorizationOf(chain, options, destination));
  if (authorization !== undefined) headers.set("authorization", authorization);
  return headers;
}

/** No message shows a value, nor what the platform says of it: it may be a secret. */
export function givenHeaders(chain: string, given: CallOptions["headers"] = {}): Headers {
  const headers = new Headers();
  let name: unknown;
  try {
    for (const [key, value] of Symbol.iterator in given ? given : Object.entries(given)) {
      name = key;
      headers.append(key, checkedValue(value));
    }
    return headers;
  } catch {
    const place = name === undefined ? "`headers`" : `the header ${JSON.stringify(name)}`;
    throw new ChainConfigError(`${place} cannot be sent`, { chain });
  }
}

/** Headers would trim a line break at the end, and make a text of anything. */
function checkedValue(value: unknown): string {
  if (typeof value === "string" && !/[\r\n]/.test(value)) return value;
  throw new TypeError("not a header's value");
}
