import { reasonOf } from "../response/connection-failure.js";

/** How long a server may take to close a connection after an answer, in milliseconds: it does so at once, unless it is busy. */
const closingMs = 300;

/** What the platforms say of a connection that was closed: Node; Bun and Deno. */
const closed = /other side closed|ECONNRESET|EPIPE|connection (was )?(closed|reset)/i;

/**
 * How long before that answer is noticed here the next request may have been sent, in milliseconds: `fetch` has the connection
 * free for it a moment earlier, and holds a request back a moment before it sends it.
 */
const noticingMs = 100;

/** A connection that a server is about to close, since when it said so. */
interface ClosingConnection {
  readonly origin: string;
  readonly since: number;
}

/** One for each answer that announces it. */
let closing: readonly ClosingConnection[] = [];

function stillClosing(): readonly ClosingConnection[] {
  const now = performance.now();
  return closing.filter(({ since }) => now - since < closingMs);
}

/**
 * Remembers that a server closes a connection. The model server does so after an exception that it did not handle, but its
 * answer does not say so: until the close arrives, `fetch` takes the connection for a good one and sends the next call on it.
 */
export function expectClose(origin: string): void {
  closing = [...stillClosing(), { origin, since: performance.now() }];
}

/**
 * Whether a request that just failed without an answer met such a connection, so that it was not read and can be sent again.
 * A broken connection alone does not say that: a server that dies while the chain runs looks the same. So the request has to
 * be sent after such an answer and fail shortly after it, and each such answer explains one failure.
 *
 * @param cause - what `fetch` threw.
 */
export function wasClosing(origin: string, sentAt: number, cause: unknown): boolean {
  if (!closed.test(reasonOf(cause))) return false;
  const met = stillClosing().find((it) => it.origin === origin && sentAt > it.since - noticingMs);
  closing = closing.filter((it) => it !== met);
  return met !== undefined;
}
