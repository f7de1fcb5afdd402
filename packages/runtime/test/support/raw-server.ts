import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A server that sees connections and not only requests. */
export interface RawServer {
  readonly origin: string;
  /** For each connection, how many requests came over it. */
  readonly requests: number[];
}

/** Starts a server for the rest of the test that answers each request on a connection as it is told, bytes and all. */
export async function serveRaw(
  answer: (socket: Socket, request: number, connection: number) => void,
): Promise<RawServer> {
  const requests: number[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const connection = requests.push(0);
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("data", () => {
      const request = (requests[connection - 1] ?? 0) + 1;
      requests[connection - 1] = request;
      answer(socket, request, connection);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return { origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, requests };
}

/** The bytes of an answer that keeps the connection alive. */
export function rawAnswer(status: number, body: string, headers: Readonly<Record<string, string>> = {}): string {
  const lines = Object.entries({
    "content-type": "application/json",
    "content-length": String(body.length),
    ...headers,
  });
  return `HTTP/1.1 ${status} X\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`;
}
