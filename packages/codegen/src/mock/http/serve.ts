import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type Answer, platformError, unhandledException } from "./answer.js";
import { deliver } from "./deliver.js";
import { readBody } from "./read-body.js";
import { type MockRequest, requestLine } from "./request-line.js";
import { parseTarget } from "./request-target.js";
import type { MockCall } from "./routes.js";

/** The platform refuses larger bodies at its edge: 100 MB. */
const bodyLimit = 100 * 1024 * 1024;
/** The real server reads a head of 64 KiB, and often more. */
const headLimit = 96 * 1024;
const invalidRequest = "Invalid HTTP request received.";

/** Builds the HTTP server around the function that answers calls. It does not listen yet. */
export function createMockHttp(
  answer: (call: MockCall) => Promise<Answer>,
  onRequest: (line: MockRequest) => void,
): Server {
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const started = performance.now();
    response.setHeader("server", "typed-chains-mock");
    const log = (answered: Answer): void => {
      onRequest(requestLine(request, answered, response.writableFinished ? response.statusCode : 0, started));
    };
    answerRequest(request, answer).then(
      (answered) => {
        response.on(answered.fault === undefined ? "finish" : "close", () => log(answered));
        if (answered.delivery !== "reset" && answered.delivery !== "stall") answered.accepted?.();
        deliver(response, answered);
      },
      () => response.destroy(),
    );
  };
  // A request without a host is refused with the real server's text, by ourselves.
  const server = createServer({ maxHeaderSize: headLimit, requireHostHeader: false }, serve);
  server.on("checkExpectation", serve);
  server.on("clientError", refuseMalformed);
  return server;
}

/** Rejects only where the connection broke off: then there is nobody to answer. */
async function answerRequest(request: IncomingMessage, answer: (call: MockCall) => Promise<Answer>): Promise<Answer> {
  if (request.httpVersion === "1.1" && request.headers.host === undefined) return malformed();
  const body = await readBody(request, bodyLimit);
  if (!body.ok) return tooLarge();
  const { path, query } = parseTarget(request.url ?? "");
  const call = { method: request.method ?? "", path, query, headers: request.headers, body: body.bytes };
  return answer(call).catch((cause: unknown) => unhandledException(String(cause)));
}

function malformed(): Answer {
  const headers = { "content-type": "text/plain; charset=utf-8", connection: "close" };
  return { status: 400, headers, body: invalidRequest };
}

function tooLarge(): Answer {
  const refusal = platformError(413, `Payload too large: a body may have ${bodyLimit} bytes`);
  return { ...refusal, headers: { ...refusal.headers, connection: "close" } };
}

/** Answers what the parser could not read; a connection that just ended gets nothing. */
function refuseMalformed(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === "HPE_INVALID_EOF_STATE" || error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { headers, body } = malformed();
  const head = Object.entries({ ...headers, "content-length": String(body.length) });
  const lines = head.map(([name, value]) => `${name}: ${value}`);
  socket.end(["HTTP/1.1 400 Bad Request", ...lines, "", body].join("\r\n"));
}
