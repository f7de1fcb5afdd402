import { once } from "node:events";
import { request as ask, createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import type { Duplex } from "node:stream";
import { allRecordings, bodyOf } from "../../support/recordings.js";

/** A request that came. */
export interface SeenRequest {
  readonly method: string | undefined;
  /** With the query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Stands in for the platform. Each chain is below a path of its own. */
export interface Platform {
  readonly origin: string;
  /** Every request that came so far, with those for upgrades. */
  readonly requests: readonly SeenRequest[];
  /** Settles once a caller of `/held` has left. */
  readonly dropped: Promise<unknown>;
  close(): void;
}

/**
 * Serves the chains of mocks at the addresses given by name, and two that no mock plays: `/raising` answers as the real model
 * server was recorded to answer for a chain that raised, and `/held` begins an answer that it never ends.
 */
export async function startPlatform(mocks: Readonly<Record<string, string>>): Promise<Platform> {
  const requests: SeenRequest[] = [];
  const targetOf = (request: IncomingMessage): Target => {
    const { method, url = "", headers } = request;
    requests.push({ method, path: url, headers });
    const [, chain = "", path = ""] = /^\/(\w+)(\/.*)$/.exec(url) ?? [];
    return { chain, mock: mocks[chain], path };
  };
  const server = createServer((request, response) => {
    const { chain, mock, path } = targetOf(request);
    if (chain === "raising") return raise(response);
    if (chain === "held") return void hold(response).on("close", () => server.emit("dropped"));
    if (mock === undefined) return void response.writeHead(404).end();
    passOn(request, response, mock + path);
  });
  server.on("upgrade", (request, caller, head) => {
    const { mock, path } = targetOf(request);
    if (mock === undefined) return void caller.end("HTTP/1.1 404 Not Found\r\n\r\n");
    tunnel(request, caller, head, new URL(mock), path);
  });
  const dropped = once(server, "dropped");
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    dropped,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

interface Target {
  readonly chain: string;
  /** The address of the mock that plays it. */
  readonly mock: string | undefined;
  /** What is below the chain's own path. */
  readonly path: string;
}

function raise(response: ServerResponse): void {
  const recording = allRecordings().find(({ name }) => name === "err_value");
  if (recording === undefined) throw new Error("There is no recording err_value");
  const { status, headers } = recording.response;
  response.writeHead(status ?? 500, headers).end(bodyOf(recording.response));
}

/** Begins the JSON of a result. */
function hold(response: ServerResponse): ServerResponse {
  response.writeHead(200, { "content-type": "application/json" }).write('"Hello');
  return response;
}

function passOn(request: IncomingMessage, response: ServerResponse, url: string): void {
  const call = ask(url, { method: request.method, headers: request.headers });
  call.on("response", (answer) => answer.pipe(response.writeHead(answer.statusCode ?? 502, answer.headers)));
  call.on("error", () => response.destroy());
  response.on("close", () => call.destroy());
  request.pipe(call);
}

/** Repeats an upgrade to the mock, and passes on the bytes of both sides. */
function tunnel(request: IncomingMessage, caller: Duplex, head: Buffer, { hostname, port }: URL, path: string): void {
  const mock = connect(Number(port), hostname);
  const lines = request.rawHeaders.map((part, index) => part + (index % 2 === 0 ? ": " : "\r\n"));
  mock.write(`GET ${path} HTTP/1.1\r\n${lines.join("")}\r\n`);
  mock.write(head);
  mock.on("error", () => caller.destroy());
  caller.on("error", () => mock.destroy());
  mock.pipe(caller).pipe(mock);
}
