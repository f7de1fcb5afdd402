import type { IncomingMessage, Server } from "node:http";
import type { Duplex } from "node:stream";

/** What asks for another protocol than the one that is spoken. */
const asking = /^(upgrade|connection|http2-settings)$/i;

/** Whether an upgrade asks for a websocket; a client that speaks HTTP/2 may ask for that instead. */
export function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return /^websocket$/i.test(headers.upgrade ?? "");
}

/** Serves a request for another protocol as the plain request that it is besides, as the model server does. */
export function servePlainly(http: Server, request: IncomingMessage, connection: Duplex, head: Buffer): void {
  const { method, url, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/1.1`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = "", value = ""] = rawHeaders.slice(index, index + 2);
    if (!asking.test(name)) lines.push(`${name}: ${value}`);
  }
  connection.unshift(Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1"), head]));
  http.emit("connection", connection);
}
