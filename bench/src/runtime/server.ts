// A process of its own, so that what the server does takes no time from its callers. Its parent is told the port.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { answers, streams } from "./payloads.js";

/** Answers as the first part of the path says: with JSON, with a stream, or with what was sent. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [, name = ""] = request.url?.split("/") ?? [];
  const body = await buffer(request);
  const stream = streams.get(name);
  if (stream === undefined) {
    response.writeHead(200, { "content-type": "application/json" }).end(answers.get(name) ?? body);
    return;
  }
  response.writeHead(200, { "content-type": "application/octet-stream" });
  await pipeline(stream, response);
}

const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
// A caller that a garbage collection holds up finds its connections again.
server.keepAliveTimeout = 0;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
