import type { AddressedCallOptions } from "./addressed-call-options.js";
import type { CallOptions } from "./call-options.js";

/**
 * What the runtime uses of a websocket. Those of `ws`, of undici, of Node from 22 on, of Bun and of Deno fit.
 */
export interface WebSocketLike {
  /** Set to `"arraybuffer"`. */
  binaryType: string;
  /** Sends a message: a text or bytes. */
  send(data: string | ArrayBuffer): void;
  /** Begins to close the connection. */
  close(code?: number, reason?: string): void;
  /** Listens for the opening. */
  addEventListener(type: "open", listener: () => void): void;
  /** Listens for a failure. */
  addEventListener(type: "error", listener: (event: object) => void): void;
  /** Listens for messages. */
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
  /** Listens for the end. */
  addEventListener(type: "close", listener: (event: { code: number; reason: string; wasClean: boolean }) => void): void;
}

/** Makes websockets whose upgrade has headers, which those of browsers cannot have. */
export type WebSocketConstructor = new (url: string, options: { headers: Record<string, string> }) => WebSocketLike;

/**
 * The options of a connection. `timeoutMs` and `retry` end with its opening, `signal` closes it at any time. `fetch` is used
 * on Cloudflare Workers alone, where it is what opens a websocket.
 */
export interface ConnectOptions extends CallOptions {
  /**
   * Used instead of the global `WebSocket`: that of the package `ws`, say, on Node 20, which has none. It has to take headers
   * as `{ headers }` in its second argument.
   */
  webSocket?: WebSocketConstructor | undefined;
  /**
   * How much may wait to be read, in bytes (text counts in characters); `Infinity` for no limit. Most platforms cannot slow
   * a server down, so that a reader who falls behind would fill the memory. The connection closes past this limit, and what
   * came before can still be read. The default is two of the largest messages that the platform passes on.
   *
   * @defaultValue 209_715_200
   */
  maxQueuedBytes?: number | undefined;
}

/** {@link ConnectOptions} that say where the chain is: a module that was generated without a chain id asks for them. */
export type AddressedConnectOptions = AddressedCallOptions & ConnectOptions;
