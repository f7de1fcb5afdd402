import { ChainConfigError } from "../errors/chain-config-error.js";
import type { ChainError } from "../errors/chain-error.js";
import type { WebSocketLike } from "../options/connect-options.js";
import { connectionFailure } from "../response/connection-failure.js";
import { refusalOf, saidResponse } from "./refusal.js";
import { SocketConnection } from "./socket-connection.js";
import type { UpgradeRequest } from "./upgrade-request.js";

/** What a websocket goes over. */
export interface Connection {
  destroy(): unknown;
}

/** What is known of an opening beside what the socket says. */
export interface Observation {
  /** What was opened. */
  readonly connection?: Connection;
  /** What came instead of an upgrade. */
  readonly response?: Response | undefined;
  /** What broke. */
  readonly cause?: unknown;
}

/** Makes a socket that begins to connect, and what observes it. */
export type Construct = (
  url: string,
  headers: Record<string, string>,
) => {
  readonly socket: WebSocketLike;
  readonly observation?: () => Observation;
};

/** Opens a connection with a constructor of websockets. */
export async function openByConstructor(request: UpgradeRequest, construct: Construct): Promise<SocketConnection> {
  const { chain, secret, options, signal } = request;
  signal.throwIfAborted();
  const { socket, observation = () => ({}) } = constructed(request, construct);
  const opening = opened(socket);
  const connection = new SocketConnection(socket, { chain, secret, options });
  const giveUp = (): void => connection.close();
  signal.addEventListener("abort", giveUp);
  try {
    await opening;
    return connection;
  } catch (event) {
    connection.drop();
    throw await failureOf(request, event, observation());
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

function constructed({ chain, url, headers }: UpgradeRequest, construct: Construct): ReturnType<Construct> {
  try {
    const constructed = construct(url.replace(/^http/, "ws"), headers);
    if ("addEventListener" in constructed.socket) return constructed;
    throw new TypeError("what it makes is no WebSocket");
  } catch (cause) {
    const help = "Give an implementation that takes `{ headers }` as `webSocket`, such as that of the package `ws`.";
    throw new ChainConfigError("the WebSocket of this platform takes no headers", { chain, cause, help });
  }
}

/** Some platforms say in an event of errors alone that a connection did not open, others close it as well. */
function opened(socket: WebSocketLike): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener("open", resolve);
    socket.addEventListener("error", reject);
    socket.addEventListener("close", reject);
  });
}

async function failureOf(request: UpgradeRequest, event: unknown, observation: Observation): Promise<ChainError> {
  const { chain, origin, secret } = request;
  const { error, message } = event as { readonly error?: unknown; readonly message?: unknown };
  const response = observation.response ?? saidResponse(String(message));
  if (response !== undefined) return refusalOf({ chain, origin, response, secret });
  return connectionFailure(chain, origin, observation.cause ?? error ?? message ?? "the connection was closed");
}
