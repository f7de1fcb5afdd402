import type { ChainDescriptor } from "../../src/index.js";

/** A chain whose address is told with each call. */
export const hello: ChainDescriptor<Record<string, unknown>, unknown> = { name: "Hello", transport: "json" };

/** What a promise rejects with; a failure of the test where it does not reject. */
export async function rejectionOf(promise: Promise<unknown>): Promise<unknown> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ("error" in outcome) return outcome.error;
  throw new Error(`it resolved, with ${JSON.stringify(outcome.value)}`);
}

/** A `fetch` that records what it is given and answers `"ok"`. */
export function recordingFetch(): { fetch: typeof fetch; sent: { url: string; init: RequestInit }[] } {
  const sent: { url: string; init: RequestInit }[] = [];
  const record: typeof fetch = (url, init = {}) => {
    sent.push({ url: url instanceof Request ? url.url : String(url), init });
    return Promise.resolve(new Response('"ok"'));
  };
  return { fetch: record, sent };
}

/** A promise that is settled from outside. */
export function deferred<Value>(): { promise: Promise<Value>; resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => {};
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
