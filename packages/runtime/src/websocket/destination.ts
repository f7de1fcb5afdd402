import { type Destination, destinationOf } from "../address/destination.js";
import type { WebSocketDescriptor } from "../chain.js";
import type { CallOptions } from "../options/call-options.js";

/**
 * Finds where a connection goes, as a URL of http, which is what an upgrade begins as. Addresses may be given as `wss:` too:
 * that is what the overview page shows of a chain that is a websocket.
 */
export function socketDestination(chain: WebSocketDescriptor, options: CallOptions): Destination {
  const { url, baseUrl, target } = options;
  const known = { ...chain, url: overHttp(chain.url) };
  const destination = destinationOf(
    known,
    { ...options, url: overHttp(url), baseUrl: overHttp(baseUrl), target: targetOverHttp(target) },
    "websocket",
  );
  const ofSocket = destination.at === "container" ? ofContainer : ofPlatform;
  return { ...destination, url: ofSocket(destination.url) };
}

/** Callers may be JavaScript, so that anything can come here; what is no text is refused later. */
function overHttp<Address>(address: Address): Address | string {
  return typeof address === "string" ? address.replace(/^ws(?=s?:)/i, "http") : address;
}

function targetOverHttp(target: CallOptions["target"]): CallOptions["target"] {
  if (typeof target !== "object" || target?.container === undefined) return target;
  return { ...target, container: overHttp(target.container) };
}

function ofContainer(url: string): string {
  return url.replace(/\/v1\/models\/model:predict$/, "/v1/websocket");
}

/** The short path of production is documented for calls alone (Baseten docs, "WebSockets"). */
function ofPlatform(url: string): string {
  return url.replace(
    /(?<!\/(environments|deployment)|:\/)\/production\/websocket$/,
    "/environments/production/websocket",
  );
}
