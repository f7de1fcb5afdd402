import type { WebSocketDescriptor } from "../chain.js";
import { checkChain } from "../check-chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import { checkOptions } from "../options/check-options.js";
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
  checkChain(chain);
  const { name } = chain;
  checkOptions(name, options, { maxQueuedBytes: 1, webSocket: "function" });
  // Callers may be JavaScript, and give null.
  const given = Object(options) as ConnectOptions;
  const opener = openerOf(name, given);
  const destination = socketDestination(chain, given);
  const request = new AbortController();
  return withDeadline(chain, given, async (opening, release) => {
    let isOpen = false;
    opening.addEventListener("abort", () => {
      if (!isOpen) request.abort(opening.reason);
    });
    const headers = givenHeaders(name, given.headers);
    // An upgrade has no body.
    delete headers["content-type"];
    const needsKey = destination.at === "platform" && given.apiKey !== null;
    if (!opener.takesHeaders && (needsKey || Object.keys(headers).length > 0)) throw noHeaders(name);
    const { url, origin } = destination;
    const askKey = async (): Promise<string | undefined> => {
      const key = await authorizationOf(name, given, destination);
      if (key === undefined || opener.takesHeaders) return key;
      throw noHeaders(name);
    };
    const upgrade = { chain: name, url, origin, headers, secret: "", options: given, signal: request.signal };
    const beforeNext = await addKey(upgrade, askKey, retriesOf(name, given, opening));
    for (;;) {
      try {
        const socket = await opener.open(upgrade);
        isOpen = true;
        release();
        return socket;
      } catch (error) {
        await beforeNext(error);
      }
    }
  });
}

function noHeaders(chain: string): ChainConfigError {
  const message = "a browser opens websockets without headers, so neither a key nor a header of yours can be sent";
  const help = "Connect to a proxy of your own that adds the key, as `baseUrl` (typed-chains, docs/browsers.md).";
  return new ChainConfigError(message, { chain, help });
}
