import { ChainError, type ChainErrorDetails } from "./chain-error.js";

/**
 * Why a websocket closed.
 *
 * - `returned` (1000): `run_remote` returned, or the chain closed the connection without a code of its own.
 * - `raised` (1011): the chain's code raised. The server does not say what; its logs do.
 * - `not-a-websocket` (1003): the deployment is a chain of another transport.
 * - `too-large` (1009): a message had more than the 100 MiB that the platform accepts.
 * - `restarting` (1001, 1012): the deployment is going away or restarting.
 * - `overloaded` (1013): try again later.
 * - `lost` (1006): the connection broke, without a close frame from the other side.
 * - `custom` (3000 to 4999): the chain closed with a code of its own.
 * - `protocol`: any other code, which comes from a part of the network and not from the chain.
 * - `caller`: this side closed it: `close`, the end of a loop, or the signal.
 * - `unread`: this side closed it, since more messages waited to be read than `maxQueuedBytes` allows.
 */
export type SocketCloseKind =
  | "returned"
  | "raised"
  | "not-a-websocket"
  | "too-large"
  | "restarting"
  | "overloaded"
  | "lost"
  | "custom"
  | "protocol"
  | "caller"
  | "unread";

/** How a websocket closed. */
export interface SocketClose {
  /** The code of the close frame; 1006 where none came. */
  readonly code: number;
  /** The text of the close frame, often empty. */
  readonly reason: string;
  /** Whether both sides agreed to close. */
  readonly clean: boolean;
  /** What the code says. */
  readonly kind: SocketCloseKind;
}

const again = "Connect again: the chain then starts from its beginning.";

const help: Readonly<Record<SocketCloseKind, string>> = {
  returned: again,
  raised: "Read the logs of the chain: the server sends no details.",
  "not-a-websocket":
    "Check `chainId` and `target`, and generate the client again: that chain is called with `invoke…`.",
  "too-large": "Send less at once: a message has at most 100 MiB.",
  restarting: again,
  overloaded: "Connect again later, or raise the replicas.",
  lost: again,
  custom: "The code is the chain's own: see where its Python closes the websocket.",
  protocol: 'See Baseten docs, "WebSockets".',
  caller: "Connect again to send more.",
  unread: "Read faster, or raise `maxQueuedBytes`.",
};

const passing: readonly SocketCloseKind[] = ["restarting", "overloaded", "lost"];

/** A websocket closed for a reason other than the return of `run_remote`, or was used after it closed. */
export class ChainSocketError extends ChainError {
  override get name(): "ChainSocketError" {
    return "ChainSocketError";
  }

  /** The code of the close frame; 1006 where none came. */
  declare readonly code: number;
  /** The text of the close frame, often empty. */
  declare readonly reason: string;
  /** Whether both sides agreed to close. */
  declare readonly clean: boolean;
  /** What the code says. */
  declare readonly kind: SocketCloseKind;

  constructor(message: string, details: ChainErrorDetails & SocketClose) {
    super(message, details, { help: help[details.kind], retryable: passing.includes(details.kind) });
  }
}
