/** How long a server may take to close a connection after an answer, in milliseconds. */
const closingMs = 2000;

/**
 * How long before that answer is noticed here the next request may have been sent, in milliseconds: `fetch` has the connection
 * free for it a moment earlier, and holds a request back a moment before it sends it.
 */
const noticingMs = 100;

/** The connections that servers are about to close: one for each answer that announces it. */
const closing: { readonly origin: string; readonly since: number }[] = [];

/**
 * Remembers that a server closes a connection. The model server does so after an exception that it did not handle, but its
 * answer does not say so: until the close arrives, `fetch` takes the connection for a good one and sends the next call on it.
 */
export function expectClose(origin: string): void {
  const now = performance.now();
  const current = closing.filter(({ since }) => now - since < closingMs);
  closing.splice(0, closing.length, ...current, { origin, since: now });
}

/**
 * Whether a request that just failed without an answer met such a connection, so that it was not read and can be sent again.
 * A broken connection alone does not say that: a server that dies while the chain runs looks the same. So the request has to
 * be sent after such an answer and fail shortly after it, and each such answer explains one failure.
 */
export function wasClosing(origin: string, sentAt: number): boolean {
  const now = performance.now();
  const index = closing.findIndex((it) => {
    return it.origin === origin && sentAt > it.since - noticingMs && now - it.since < closingMs;
  });
  if (index >= 0) closing.splice(index, 1);
  return index >= 0;
}
