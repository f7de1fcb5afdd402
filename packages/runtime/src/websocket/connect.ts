import type { WebSocketDescriptor } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { ConnectOptions } from "../options/connect-options.js";
import { authorizationOf } from "../request/api-key.js";
import { withDeadline } from "../request/deadline.js";
import { addKey } from "../request/fresh-key.js";
import { givenHeaders } from "../request/headers.js";
import { retriesOf } from "../request/retry.js";
import type { ChainSocket } from "./chain-socket.js";
import { socketDestination } from "./destination.js";
import { openerOf } from "./opener.js";

/**
 * Connects to a chain that is a websocket, and returns once the connection is open. Generated functions call this.
 *
 * @param chain - What the generated module knows about the chain.
 * @param options - Where the chain is and how to connect. They override what the module was generated with.
 * @throws An error of the `ChainError` family or, after an abort, the reason of `options.signal`.
 */
export async function connect(chain: WebSocketDescriptor, options: ConnectOptions = {}): Promise<ChainSocket> {
  const { name } = chain;
  checkLimit(name, options);
  const opener = openerOf(name, options);
  const destination = socketDestination(chain, options);
  const request = new AbortController();
  return withDeadline(name, options, async (opening, release) => {
    let isOpen = false;
    opening.addEventListener("abort", () => {
      if (!isOpen) request.abort(opening.reason);
    });
    const headers = givenHeaders(name, options.headers);
    // An upgrade has no body.
    delete headers["content-type"];
    const needsKey = destination.at === "platform" && options.apiKey !== null;
    if (!opener.takesHeaders && (needsKey || Object.keys(headers).length > 0)) throw noHeaders(name);
    const { url, origin } = destination;
    const askKey = async (): Promise<string | undefined> => {
      const key = await authorizationOf(name, options, destination);
      if (key === undefined || opener.takesHeaders) return key;
      throw noHeaders(name);
    };
    const waitAfter = retriesOf(name, options, opening);
    const renewKey = await addKey(headers, askKey);
    for (;;) {
      try {
        const socket = await opener.open({ chain: name, url, origin, headers, options, signal: request.signal });
        isOpen = true;
        release();
        return socket;
      } catch (error) {
        const failure = await renewKey(error);
        if (failure !== undefined) await waitAfter(failure);
      }
    }
  });
}

function noHeaders(chain: string): ChainConfigError {
  const message = "a browser opens websockets without headers, so neither a key nor a header of yours can be sent";
  const help = "Connect to a proxy of your own that adds the key, as `baseUrl` (typed-chains, docs/browsers.md).";
  return new ChainConfigError(message, { chain, help });
}

/** Callers may be JavaScript, so that anything can come here. */
function checkLimit(chain: string, { maxQueuedBytes = 1 }: ConnectOptions): void {
  if (!(maxQueuedBytes > 0)) throw new ChainConfigError("`maxQueuedBytes` must be more than 0", { chain });
}
