import type { Destination } from "../address/destination.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { authorizationOf } from "./api-key.js";

/** The headers of a call. An authorization of the caller's own wins; then no API key is looked up. */
export async function headersOf(chain: string, options: CallOptions, destination: Destination): Promise<Headers> {
  const headers = givenHeaders(chain, options.headers);
  headers.set("content-type", "application/json");
  const authorization = headers.get("authorization") ?? (await authorizationOf(chain, options, destination));
  if (authorization !== undefined) headers.set("authorization", authorization);
  return headers;
}

/** No message shows a value: it may be a secret. */
function givenHeaders(chain: string, given: CallOptions["headers"] = {}): Headers {
  const headers = new Headers();
  for (const [name, value] of Symbol.iterator in given ? given : Object.entries(given)) {
    // Headers would trim a line break at the end, and make a text of anything.
    const isAppended = typeof value === "string" && !/[\r\n]/.test(value) && append(headers, name, value);
    if (!isAppended) throw new ChainConfigError(`the header ${JSON.stringify(name)} cannot be sent`, { chain });
  }
  return headers;
}

function append(headers: Headers, name: string, value: string): boolean {
  try {
    headers.append(name, value);
    return true;
  } catch {
    return false;
  }
}
