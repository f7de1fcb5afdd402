import { patientFetch } from "./patient-fetch.js";

/** How many redirects are followed. */
const mostRedirects = 5;

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** The caller's own `fetch`. */
  readonly send: typeof fetch | undefined;
  readonly signal: AbortSignal;
}

/**
 * Sends a request and follows redirects that keep its method (307 and 308); any other answer is returned as it is. `fetch`
 * would turn a POST into a GET at a 301, 302 or 303, which the model server answers with `200 {}`. The caller's headers, and
 * with them the key, stay within the origin.
 */
export async function send(request: HttpRequest): Promise<Response> {
  const { method, body = null, signal } = request;
  let { url, headers } = request;
  for (let redirects = 0; ; redirects++) {
    signal.throwIfAborted();
    const init = { method, headers, body, redirect: "manual", signal } as const;
    const response = await (request.send ?? patientFetch)(url.href, init);
    const next = redirects < mostRedirects ? redirectOf(response, url) : undefined;
    if (next === undefined) return response;
    if (next.origin !== url.origin) headers = new Headers({ "content-type": headers.get("content-type") ?? "" });
    url = next;
    await response.body?.cancel();
  }
}

/** Where a redirect leads, if it may be followed: to no other scheme but from http to https. */
function redirectOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get("location");
  if ((status !== 307 && status !== 308) || location === null || !URL.canParse(location, from)) return undefined;
  const next = new URL(location, from);
  return next.protocol === "https:" || next.protocol === from.protocol ? next : undefined;
}
