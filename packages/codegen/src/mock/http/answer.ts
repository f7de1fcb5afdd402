import type { ServerResponse } from "node:http";
import { pipeline, Readable } from "node:stream";
import { setImmediate as turn } from "node:timers/promises";

/** What may happen to an answer on its way: nothing of it comes, ever or for a while, or half of it. */
export type Delivery = "reset" | "stall" | "slow" | "cut";

/** What the mock answers to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** What comes instead of the body: a stream, chunk by chunk. */
  readonly chunks?: readonly Uint8Array[];
  /** The connection is closed once the answer is sent, without having said so. */
  readonly hangsUp?: true;
  /** What the mock does once it has answered: run a call that it has queued, or let it fail with this message. */
  readonly accepted?: (failure?: string) => void;
  /** Of a websocket that opens: the chain raises at once. */
  readonly raises?: true;
  /** What happens to the answer on its way; left out, nothing. */
  readonly delivery?: Delivery;
  /** Why it refuses, for the log. */
  readonly reason?: string;
  /** The name of the fault that the answer was spoiled by. */
  readonly fault?: string;
}

/** An answer in JSON, written compactly as the model server does. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer & { readonly body: string } {
  return { status, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(value) };
}

/** Who is to blame, by the model server's code: 500 the server itself, 600 the chain, 700 the caller. */
export type ErrorCode = 500 | 600 | 700;

/** An error of the container, with the headers that tell it from the platform's own. */
export function containerError(status: number, code: ErrorCode, message: string): Answer {
  const headers = { "x-baseten-error-source": "04", "x-baseten-error-code": String(code) };
  return { ...jsonAnswer(status, { error: message }, headers), reason: message };
}

/** An exception that the server did not expect. The real server drops the connection after such an answer. */
export function unhandledException(description: string): Answer {
  return { ...containerError(500, 500, `Unhandled exception: ${description}`), hangsUp: true };
}

/** An exception in the chain's own code, as the container tells it. */
export function remoteException(name: string, message: string): Answer {
  const frame = { filename: "/packages/chain.py", lineno: 1, name: "run_remote", line: `raise ${name}("${message}")` };
  const exception = { exception_cls_name: name, exception_module_name: null, exception_message: message };
  const headers = { "x-baseten-error-source": "04", "x-baseten-error-code": "600" };
  const error = { ...exception, user_stack_trace: [frame] };
  return { ...jsonAnswer(500, { error }, headers), reason: `${name}: ${message}` };
}

/** An error of the platform in front of the container. */
export function platformError(status: number, message: string): Answer {
  return { ...jsonAnswer(status, { error: message }), reason: message };
}

/** Sends an answer; a HEAD request gets the headers alone. */
export function sendAnswer(response: ServerResponse, answer: Answer): void {
  if (answer.chunks !== undefined) {
    sendStream(response, answer, answer.chunks);
    return;
  }
  const headers = { ...answer.headers, "content-length": String(Buffer.byteLength(answer.body)) };
  // Once an answer is sent, it has no connection any more.
  const { socket } = response;
  response.writeHead(answer.status, headers);
  response.end(answer.body, () => {
    if (answer.hangsUp === true) socket?.end();
  });
}

function sendStream(response: ServerResponse, { status, headers }: Answer, chunks: readonly Uint8Array[]): void {
  response.writeHead(status, headers);
  // The reader may leave: then there is nobody to tell.
  pipeline(Readable.from(oneByOne(chunks)), response, () => undefined);
}

/** With a pause after each, so that they leave as chunks of their own. */
async function* oneByOne(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    yield chunk;
    await turn();
  }
}
