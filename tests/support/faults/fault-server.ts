import { createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { certificate } from "./certificate.js";

/** A request that has come whole, and the connection to answer it on, byte by byte. */
export interface Exchange {
  readonly socket: Socket;
  /** Counted from 1, over all connections. */
  readonly number: number;
  /** The request's head and body, as they were sent. */
  readonly text: string;
}

/** What a server does with its connections. */
export interface Behaviour {
  readonly onRequest: (exchange: Exchange) => void;
  readonly onConnection?: ((socket: Socket) => void) | undefined;
  readonly isSecure?: boolean;
}

/** A server that decides on every byte of its answers. */
export interface FaultServer {
  readonly port: number;
  /** Every request that came whole, as it was sent. */
  readonly requests: readonly string[];
  /** Takes no more connections, and resolves once every open one was closed by the other side. */
  settle(): Promise<void>;
  /** Cuts whatever is open. */
  destroy(): void;
}

/** Starts a server on a free port of this machine. */
export async function startFaultServer(behaviour: Behaviour): Promise<FaultServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const onSocket = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // Whoever leaves in the middle has nobody to be told of it.
    socket.on("error", () => socket.destroy());
    behaviour.onConnection?.(socket);
    readRequests(socket, (text) => behaviour.onRequest({ socket, text, number: requests.push(text) }));
  };
  const server = behaviour.isSecure ? createTlsServer(certificate, onSocket) : createServer(onSocket);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { port: portOf(server), requests, settle: () => closed(server), destroy: () => destroyAll(sockets) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function destroyAll(sockets: ReadonlySet<Socket>): void {
  for (const socket of sockets) socket.destroy();
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}

/** Tells of each request whose head and body have come. `fetch` says the length of every body that it sends. */
function readRequests(socket: Socket, onRequest: (text: string) => void): void {
  let text = "";
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    const headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0) return;
    const [, length = "0"] = /\r\ncontent-length: (\d+)\r\n/i.exec(text) ?? [];
    const end = headEnd + 4 + Number(length);
    if (text.length < end) return;
    const whole = text.slice(0, end);
    text = text.slice(end);
    onRequest(whole);
  });
}
