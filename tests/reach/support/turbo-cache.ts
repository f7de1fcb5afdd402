import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** What a task has left: its outputs in an archive, and the headers that go with them. */
export interface Artifact {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A remote cache for turbo on this machine. */
export interface TurboCache {
  readonly url: string;
  /** By path and query: the hash of the task, and the team. */
  readonly artifacts: Map<string, Artifact>;
  close(): void;
}

const kept = ["x-artifact-duration", "x-artifact-tag", "x-artifact-sha"];

/** Starts a cache, in memory, for those who have the token. */
export async function startTurboCache(token: string): Promise<TurboCache> {
  const artifacts = new Map<string, Artifact>();
  const server = createServer((request, response) => {
    void answer(request, response, artifacts, token).catch(() => response.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    artifacts,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  artifacts: Map<string, Artifact>,
  token: string,
): Promise<void> {
  const { method, url = "", headers } = request;
  const body = await buffer(request);
  if (headers.authorization !== `Bearer ${token}`) return void response.writeHead(401).end();
  if (url.startsWith("/v8/artifacts/status")) return sendJson(response, 200, { status: "enabled" });
  if (url.startsWith("/v8/artifacts/events")) return sendJson(response, 200, {});
  if (method === "PUT") {
    artifacts.set(url, { body, headers: headersOf(request) });
    return sendJson(response, 202, { urls: [] });
  }
  const artifact = artifacts.get(url);
  if (artifact === undefined) return void response.writeHead(404).end();
  response.writeHead(200, artifact.headers).end(method === "HEAD" ? undefined : artifact.body);
}

/** The headers that turbo wants back. */
function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  const entries = kept.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  return Object.fromEntries(entries);
}

function sendJson(response: ServerResponse, status: number, value: object): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
