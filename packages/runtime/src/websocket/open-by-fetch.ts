import type { WebSocketLike } from "../options/connect-options.js";
import { exchange } from "../request/exchange.js";
import type { Answer } from "../response/answer.js";
import { refusalOf } from "./refusal.js";
import { SocketConnection } from "./socket-connection.js";
import type { UpgradeRequest } from "./upgrade-request.js";

/** An end of a websocket on Cloudflare Workers, which is silent until it is accepted. */
interface WorkerSocket extends WebSocketLike {
  accept(): void;
}

/** Opens a connection as Cloudflare Workers do: with `fetch`, whose answer then has the websocket. */
export function openByFetch(request: UpgradeRequest): Promise<SocketConnection> {
  const { chain, url, origin, secret, options, signal } = request;
  const headers = { ...request.headers, upgrade: "websocket" };
  const receive = async (answer: Answer): Promise<SocketConnection> => {
    const { webSocket } = answer.response as Response & { readonly webSocket?: WorkerSocket | null };
    if (!webSocket) throw await refusalOf(answer);
    const connection = new SocketConnection(webSocket, { chain, secret: answer.secret, options });
    // What the other side closes is not closed there before it is answered.
    webSocket.addEventListener("close", () => webSocket.close());
    webSocket.accept();
    return connection;
  };
  return exchange(
    chain,
    { method: "GET", url, origin, headers, secret, body: undefined, send: options.fetch, signal },
    receive,
  );
}
