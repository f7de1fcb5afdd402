import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { WebSocket, WebSocketServer } from "ws";
import type { Answer } from "../http/answer.js";
import type { MockRequest } from "../http/serve.js";
import { asksForWebSocket, servePlainly } from "./plain-request.js";
import { playScript } from "./play-script.js";
import type { SocketScript } from "./socket-script.js";
import { refusalOf } from "./upgrade-refusal.js";

/** The largest message that the platform takes: 100 MiB. */
const longestMessage = 104_857_600;

/** The websockets of a mock. */
export interface MockSockets {
  /** Closes them as a server does that restarts. */
  close(): void;
  /** Cuts those that are still open. */
  terminate(): void;
}

/** Serves upgrades on a server. A chain without a script is no websocket, and closes each one that it opened. */
export function serveSockets(
  http: Server,
  script: SocketScript | undefined,
  onRequest: (line: MockRequest) => void,
): MockSockets {
  const open = new Set<WebSocket>();
  // Loaded when the first one comes: most mocks serve none.
  let server: Promise<WebSocketServer> | undefined;
  http.on("upgrade", (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (!asksForWebSocket(request)) return servePlainly(http, request, connection, head);
    const log = logOf(request, onRequest);
    // Whoever leaves before the end has nobody to be told of it.
    connection.on("error", () => undefined);
    const refusal = refusalOf(request);
    if (refusal !== undefined) {
      connection.end(answerText(refusal));
      log(refusal.status);
      return;
    }
    const serve = (socket: WebSocket): void => {
      log(101);
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      playScript(socket, script);
    };
    server ??= createServer();
    void server.then((sockets) => sockets.handleUpgrade(request, connection, head, serve));
  });
  return {
    close: () => {
      for (const socket of open) socket.close(1012);
    },
    terminate: () => {
      for (const socket of open) socket.terminate();
    },
  };
}

function logOf({ method = "", url: target = "" }: IncomingMessage, onRequest: (line: MockRequest) => void) {
  const started = performance.now();
  return (status: number): void => onRequest({ method, target, status, milliseconds: performance.now() - started });
}

async function createServer(): Promise<WebSocketServer> {
  const { WebSocketServer } = await import("ws");
  return new WebSocketServer({ noServer: true, maxPayload: longestMessage, handleProtocols: () => false });
}

function answerText({ status, headers, body }: Answer): string {
  const all = { ...headers, "content-length": String(Buffer.byteLength(body)), connection: "close" };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`, ...lines, "", String(body)].join("\r\n");
}
