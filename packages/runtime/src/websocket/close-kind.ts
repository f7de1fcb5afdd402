import type { SocketClose, SocketCloseKind } from "../errors/chain-socket-error.js";

/** What the model server and the platform mean by their codes (Baseten docs, "WebSockets"). */
const kinds: Readonly<Record<number, SocketCloseKind>> = {
  1000: "returned",
  1001: "restarting",
  1003: "not-a-websocket",
  1006: "lost",
  1009: "too-large",
  1011: "raised",
  1012: "restarting",
  1013: "overloaded",
};

/** What a code says that the other side closed with. */
export function closeKind(code: number): SocketCloseKind {
  return kinds[code] ?? (code >= 3000 && code < 5000 ? "custom" : "protocol");
}

const messages: Readonly<Record<SocketCloseKind, string>> = {
  returned: "`run_remote` has returned",
  raised: "the chain raised",
  "not-a-websocket": "the chain is not a websocket",
  "too-large": "a message was too large",
  restarting: "the deployment restarts",
  overloaded: "the deployment is overloaded",
  lost: "the connection broke",
  custom: "the chain closed the connection with a code of its own",
  protocol: "the connection was closed",
  caller: "the connection is closed",
  unread: "too many messages wait to be read",
};

/** Says how a connection closed. */
export function closeMessage({ code, reason, kind }: SocketClose): string {
  return `${messages[kind]} (close code ${code}${reason && `: ${reason}`})`;
}
