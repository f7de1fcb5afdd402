import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { onTestFinished } from "vitest";
import WebSocket, { WebSocketServer } from "ws";
import type { WebSocketDescriptor } from "../../src/chain.js";
import type { ConnectOptions } from "../../src/websocket/index.js";

/** A chain whose address is told with each connection. */
export const echo: WebSocketDescriptor = { name: "Echo", transport: "websocket" };

/** A server of websockets on loopback. */
export interface SocketServer {
  readonly origin: string;
  /** The upgrades that were asked for. */
  readonly asked: IncomingMessage[];
  /** Options that lead to it, with a key. */
  readonly options: ConnectOptions & { readonly baseUrl: string };
}

/** What a server does with an upgrade: it answers by itself, or opens the websocket. */
export type OnUpgrade = (open: () => Promise<WebSocket>, connection: Duplex, request: IncomingMessage) => void;

/** Starts a server for the rest of the test. Other requests than upgrades are not found. */
export async function serveSockets(onUpgrade: OnUpgrade): Promise<SocketServer> {
  const asked: IncomingMessage[] = [];
  const sockets = new WebSocketServer({ noServer: true });
  const connections = new Set<Duplex>();
  const server = createServer((_, response) => response.writeHead(404).end("{}"));
  server.on("upgrade", (request, connection, head) => {
    asked.push(request);
    connections.add(connection);
    connection.on("error", () => {});
    const open = (): Promise<WebSocket> =>
      new Promise((resolve) => {
        sockets.handleUpgrade(request, connection, head, (socket) => resolve(socket.on("error", () => {})));
      });
    onUpgrade(open, connection, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const connection of connections) connection.destroy();
    server.close();
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, asked, options: { baseUrl: origin, apiKey: "the-secret-key", webSocket: WebSocket, retry: false } };
}

/** Starts a server that opens every websocket and then does with it what the test says. */
export function serveOpen(onOpen: (socket: WebSocket, connection: Duplex) => void): Promise<SocketServer> {
  return serveSockets((open, connection) => void open().then((socket) => onOpen(socket, connection)));
}

/** Starts a server that sends back every message. */
export function serveEcho(): Promise<SocketServer> {
  return serveOpen((socket) => socket.on("message", (data, isBinary) => socket.send(data, { binary: isBinary })));
}

/** Starts a server that answers every upgrade with an error. */
export function serveRefusal(
  status: number,
  body: string,
  headers: Record<string, string> = {},
): Promise<SocketServer> {
  const all = { ...headers, "content-length": String(Buffer.byteLength(body)) };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return serveSockets((_, connection) => connection.end(`HTTP/1.1 ${status} No\r\n${lines.join("")}\r\n${body}`));
}
