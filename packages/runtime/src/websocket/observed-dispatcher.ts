import type { Dispatcher } from "../dispatcher.js";
import { joined } from "../joined.js";
import { isOfNode, patience } from "../request/patient-dispatcher.js";
import type { Connection, Observation } from "./open-by-constructor.js";
import { type ToldHead, toldResponse } from "./refusal.js";

/** What undici tells of a request, as far as it is of use here. */
interface Handler {
  onUpgrade(status: number, headers: unknown, connection: Connection): unknown;
  onHeaders(status: number, headers: readonly (Uint8Array | string)[], ...more: unknown[]): boolean;
  onData(chunk: Uint8Array): boolean;
  onComplete(trailers: unknown): void;
  onError(error: Error): void;
}

/** How much is kept of an answer that is no upgrade, in bytes. */
const longestBody = 1_000_000;

/**
 * A dispatcher that sends upgrades as another one does, and notes what came of them: the WebSocket of Node keeps its connection
 * until the other side lets go, and where there is none says no more than that. The answer is withheld until it is whole, since
 * that WebSocket leaves it at its headers.
 */
export function observedDispatcher(dispatcher: Dispatcher, note: (observed: Observation) => void): Dispatcher {
  const dispatch = (options: object, handler: object): boolean => {
    const limits = isOfNode(dispatcher) ? patience : {};
    return dispatcher.dispatch({ ...options, ...limits }, observed(handler as Handler, note));
  };
  return Object.create(dispatcher, { dispatch: { value: dispatch } }) as Dispatcher;
}

/** The handler itself, but for what is withheld. Its own methods keep their state on it. */
function observed(handler: Handler, note: (observed: Observation) => void): Handler {
  let refusal: ToldHead = { status: 0, headers: new Headers() };
  const chunks: Uint8Array[] = [];
  let size = 0;
  const own: Handler = {
    onUpgrade(status, headers, connection) {
      note({ connection });
      return handler.onUpgrade.call(this, status, headers, connection);
    },
    onHeaders(status, headers, ...more) {
      if (status < 200) return handler.onHeaders.call(this, status, headers, ...more);
      refusal = { status, headers: headersOf(headers) };
      return true;
    },
    onData(chunk) {
      size += chunk.length;
      if (size <= longestBody) chunks.push(chunk);
      return true;
    },
    onComplete() {
      note({ response: toldResponse(refusal, joined(chunks)) });
      handler.onError.call(this, new Error(`HTTP ${refusal.status}`));
    },
    onError(cause) {
      // It ends like that where the WebSocket gives up by itself, and then says why.
      if (cause.name !== "AbortError") note({ cause });
      handler.onError.call(this, cause);
    },
  };
  return Object.assign(Object.create(handler) as Handler, own);
}

const decoder = new TextDecoder("latin1");

/** Names and values take turns. */
function headersOf(raw: readonly (Uint8Array | string)[]): Headers {
  const headers = new Headers();
  let name: string | undefined;
  for (const part of raw) {
    const text = typeof part === "string" ? part : decoder.decode(part);
    if (name !== undefined) headers.append(name, text);
    name = name === undefined ? text : undefined;
  }
  return headers;
}
