import { destinationOf } from "./address/destination.js";
import type { Operation } from "./address/operation.js";
import type { AnyChain } from "./chain.js";
import type { CallOptions } from "./options/call-options.js";
import { withDeadline } from "./request/deadline.js";
import { exchange } from "./request/exchange.js";
import { headersOf } from "./request/headers.js";
import type { Reply } from "./response/reply.js";

/** Makes one call: everything between the caller's options and the server's answer. */
export function call(chain: AnyChain, options: CallOptions, operation: Operation, body: () => string): Promise<Reply> {
  return withDeadline(chain.name, options, async (signal) => {
    const text = body();
    const destination = destinationOf(chain, options, operation);
    const headers = await headersOf(chain.name, options, destination);
    return exchange(chain.name, { url: destination.url, headers, body: text, send: options.fetch ?? fetch, signal });
  });
}
