import type { ConnectOptions } from "../options/connect-options.js";
import type { SentHeaders } from "../request/headers.js";
import type { SocketConnection } from "./socket-connection.js";

/** One try to open a websocket, ready to be made. */
export interface UpgradeRequest {
  readonly chain: string;
  /** Of http or https. */
  readonly url: string;
  readonly origin: string;
  readonly headers: SentHeaders;
  /** Each `authorization` of its attempts. */
  readonly secret: string;
  readonly options: ConnectOptions;
  /** Gives up the opening. What was opened is not touched by it. */
  readonly signal: AbortSignal;
}

/** A way to open a websocket. */
export interface Opener {
  /** Whether the upgrade can have headers. */
  readonly takesHeaders: boolean;
  /** Settles once the connection is open, or throws the error that came instead. */
  readonly open: (request: UpgradeRequest) => Promise<SocketConnection>;
}
