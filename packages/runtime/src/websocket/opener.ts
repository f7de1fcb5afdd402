import { globalDispatcher } from "../dispatcher.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { ConnectOptions, WebSocketConstructor, WebSocketLike } from "../options/connect-options.js";
import { observedDispatcher } from "./observed-dispatcher.js";
import { type Construct, type Observation, openByConstructor } from "./open-by-constructor.js";
import { openByFetch } from "./open-by-fetch.js";
import type { Opener } from "./upgrade-request.js";

/** What the platforms have: Cloudflare Workers know their pairs, and what can read files has a version. */
interface Globals {
  readonly WebSocket?: new (url: string, options?: object) => WebSocketLike;
  readonly WebSocketPair?: unknown;
  readonly process?: { readonly versions?: { readonly node?: string } };
}

/** Chooses how this platform opens a websocket. */
export function openerOf(chain: string, { webSocket }: ConnectOptions): Opener {
  if (webSocket !== undefined) return constructorOpener(given(webSocket), true);
  const { WebSocket, WebSocketPair, process } = globalThis as Globals;
  if (WebSocketPair !== undefined) return { takesHeaders: true, open: openByFetch };
  if (WebSocket === undefined) {
    const help = "Give one as `webSocket`, such as that of the package `ws`; Node has one from 22 on.";
    throw new ChainConfigError("this platform has no WebSocket", { chain, help });
  }
  // Bun and Deno say that they are some version of Node, too.
  const isServer = process?.versions?.node !== undefined;
  if (!isServer) return constructorOpener((url) => ({ socket: new WebSocket(url) }), false);
  return constructorOpener((url, headers) => observedSocket(WebSocket, url, headers), true);
}

function constructorOpener(construct: Construct, takesHeaders: boolean): Opener {
  return { takesHeaders, open: (request) => openByConstructor(request, construct) };
}

function given(webSocket: WebSocketConstructor): Construct {
  return (url, headers) => ({ socket: new webSocket(url, { headers }) });
}

/** Node's own takes a dispatcher besides; Bun and Deno have none. */
function observedSocket(
  WebSocket: new (url: string, options?: object) => WebSocketLike,
  url: string,
  headers: Record<string, string>,
): ReturnType<Construct> {
  const dispatcher = globalDispatcher();
  if (dispatcher === undefined) return { socket: new WebSocket(url, { headers }) };
  let observation: Observation = {};
  const observed = observedDispatcher(dispatcher, (noted) => {
    observation = noted;
  });
  const socket = new WebSocket(url, { headers, dispatcher: observed });
  const terminate = (): unknown => observation.connection?.destroy();
  return { socket: Object.assign(socket, { terminate }), observation: () => observation };
}
