import { type IncomingMessage, type Server, STATUS_CODES } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { WebSocket, WebSocketServer } from "ws";
import type { Spoiler } from "../faults/spoiler.js";
import type { Answer } from "../http/answer.js";
import { pause, slowAnswerMs } from "../http/deliver.js";
import { type MockRequest, requestLine } from "../http/request-line.js";
import { asksForWebSocket, servePlainly } from "./plain-request.js";
import { playScript } from "./play-script.js";
import type { SocketScript } from "./socket-script.js";
import { upgradeAnswer } from "./upgrade-answer.js";

/** The largest message that the platform takes: 100 MiB. */
const longestMessage = 104_857_600;

/** The websockets of a mock. */
export interface MockSockets {
  /** Closes them as a server does that restarts. */
  close(): void;
  /** Cuts those that are still open. */
  terminate(): void;
}

/** What a mock does with upgrades. */
interface SocketService {
  /** What it does over each websocket. A chain without a script is no websocket, and closes each one that it opened. */
  readonly script: SocketScript | undefined;
  readonly spoil: Spoiler;
  readonly onRequest: (line: MockRequest) => void;
}

/** Serves upgrades on a server. */
export function serveSockets(http: Server, { script, spoil, onRequest }: SocketService): MockSockets {
  const open = new Set<WebSocket>();
  const connections = new Set<Duplex>();
  // Loaded when the first one comes: most mocks serve none.
  let server: Promise<WebSocketServer> | undefined;
  http.on("upgrade", (request: IncomingMessage, connection: Duplex, head: Buffer) => {
    if (!asksForWebSocket(request)) return servePlainly(http, request, connection, head);
    keepWhileOpen(connection, connections);
    const answer = spoil(request, upgradeAnswer(request), true);
    const log = logOf(request, answer, onRequest);
    if (!opensSocket(answer)) return withhold(connection, answer, log);
    const serve = (socket: WebSocket): void => {
      log(101);
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      playScript(socket, script, answer);
    };
    server ??= createServer();
    const ready = answer.delivery === "slow" ? pause(slowAnswerMs).then(() => server) : server;
    void ready.then((sockets) => sockets?.handleUpgrade(request, connection, head, serve));
  });
  return {
    close: () => {
      for (const socket of open) socket.close(1012);
    },
    terminate: () => {
      for (const connection of connections) connection.destroy();
    },
  };
}

function keepWhileOpen(connection: Duplex, connections: Set<Duplex>): void {
  connections.add(connection);
  connection.on("close", () => connections.delete(connection));
  // Whoever leaves before the end has nobody to be told of it.
  connection.on("error", () => undefined);
}

function opensSocket({ status, delivery }: Answer): boolean {
  return status === 101 && delivery !== "reset" && delivery !== "stall";
}

type Log = (status: number) => void;

function logOf(request: IncomingMessage, answer: Answer, onRequest: (line: MockRequest) => void): Log {
  const started = performance.now();
  return (status) => onRequest(requestLine(request, answer, status, started));
}

/** Answers otherwise than with a websocket, or not at all. */
function withhold(connection: Duplex, answer: Answer, log: Log): void {
  if (answer.delivery === undefined) {
    connection.end(answerText(answer));
    log(answer.status);
    return;
  }
  connection.on("close", () => log(0));
  if (answer.delivery === "reset" && connection instanceof Socket) connection.resetAndDestroy();
  // Nobody reads it any more, so that its end would not be noticed.
  else connection.resume().on("end", () => connection.destroy());
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
