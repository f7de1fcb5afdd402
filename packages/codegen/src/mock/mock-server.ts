import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Diagnostic, error } from "../diagnostics/diagnostic.js";
import { errorCode } from "../error-code.js";
import type { JsonValue } from "../signature.js";
import { type AsyncRuns, createAsyncRuns } from "./async/async-runs.js";
import { prepareChain } from "./chain.js";
import { containerRoutes } from "./container-routes.js";
import { createSpoiler, faultProblem, type Spoiler } from "./faults/spoiler.js";
import type { MockRequest } from "./http/request-line.js";
import { findAnswerer, type Route } from "./http/routes.js";
import { createMockHttp } from "./http/serve.js";
import { type MockOptions, mockWebhookSecret } from "./mock-options.js";
import { platformRoutes } from "./platform-routes.js";
import { schemaDocument } from "./schema-document.js";
import { type MockSockets, serveSockets } from "./sockets/serve-sockets.js";

export type { FaultName, MockFault } from "./faults/mock-fault.js";
export type { MockRequest } from "./http/request-line.js";
export { type MockOptions, mockWebhookSecret } from "./mock-options.js";

/** A running mock. */
export interface MockServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Stops listening, ends idle connections at once, others when they are answered, and websockets with code 1012. */
  close(): Promise<void>;
}

/** A running mock, or what prevents it. */
export type MockStart =
  | { readonly ok: true; readonly server: MockServer }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Starts a stand-in for a deployed chain on this machine's loopback.
 *
 * @param port - The port to listen on; 0 is any free one.
 * @returns The server, or diagnostics if the port cannot be used, an answer does not fit the chain's output, no valid
 *   answer can be made, or the chain cannot have such a fault.
 */
export async function startMock<Input = Readonly<Record<string, JsonValue>>>(
  options: MockOptions<Input>,
  port: number,
): Promise<MockStart> {
  const { signature, fault } = options;
  const problem = fault && faultProblem(signature, fault);
  if (problem !== undefined) return { ok: false, diagnostics: [problem] };
  const prepared = await prepareChain(options);
  if (!prepared.ok) return prepared;
  const runs = createAsyncRuns(prepared.chain, options.webhookSecret ?? mockWebhookSecret);
  const document = schemaDocument(signature, options.documentedResult);
  const routes = [...platformRoutes(prepared.chain, runs), ...containerRoutes(prepared.chain, document)];
  const spoil = createSpoiler(signature, fault);
  const onRequest = (line: MockRequest): void => options.onRequest?.(line);
  const http = serveRoutes(routes, spoil, onRequest);
  const sockets = serveSockets(http, { script: prepared.script, spoil, onRequest });
  const failure = await listen(http, port);
  if (failure !== undefined) return { ok: false, diagnostics: [failure] };
  return { ok: true, server: { url: urlOf(http), close: () => stop(http, runs, sockets) } };
}

function serveRoutes(routes: readonly Route[], spoil: Spoiler, onRequest: (line: MockRequest) => void): Server {
  return createMockHttp(async (call) => {
    const answer = await findAnswerer(routes, call)(call);
    return spoil(call, answer, call.method === "POST" && !call.path.endsWith("/wake"));
  }, onRequest);
}

async function listen(http: Server, port: number): Promise<Diagnostic | undefined> {
  const help = "choose another port, or leave it out to get a free one";
  try {
    await new Promise<void>((resolve, reject) => {
      http.once("error", reject);
      http.listen({ port, host: "127.0.0.1" }, () => resolve());
    });
    return undefined;
  } catch (cause) {
    const reason = errorCode(cause) === "EADDRINUSE" ? "is in use" : undefined;
    const message = reason ?? `cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`;
    return error("TC501", `port ${port} ${message}`, { help });
  }
}

function urlOf(http: Server): string {
  const address: AddressInfo | string | null = http.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
}

/** How long a request in flight may still take when the mock is stopped. */
const graceMs = 1000;

async function stop(http: Server, runs: AsyncRuns, sockets: MockSockets): Promise<void> {
  runs.close();
  sockets.close();
  const timer = setTimeout(() => {
    http.closeAllConnections();
    sockets.terminate();
  }, graceMs);
  await new Promise<void>((resolve) => {
    http.close(() => resolve());
    http.closeIdleConnections();
  });
  clearTimeout(timer);
}
