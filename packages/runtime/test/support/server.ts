import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerOptions,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What a test server was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  readonly asked: Asked[];
}

type Answer = (response: ServerResponse, asked: Asked) => void;

/** Starts a server on a free loopback port for the rest of the test. */
export async function serve(answer: Answer, options: ServerOptions = {}): Promise<TestServer> {
  const asked: Asked[] = [];
  const server = createServer(options, (request, response) => {
    void read(request).then((it) => {
      asked.push(it);
      answer(response, it);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Starts a server that gives every call the same answer. */
export function serveBody(status: number, body: string, headers: Record<string, string> = {}): Promise<TestServer> {
  return serve((response) => response.writeHead(status, headers).end(body));
}

async function read(request: IncomingMessage): Promise<Asked> {
  const { method = "", url: path = "", headers } = request;
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += String(chunk);
  return { method, path, headers, body };
}
