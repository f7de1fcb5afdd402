import { redirectOf } from "../response/redirect.js";
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
 * Sends a request and follows redirects that keep its method (307 and 308), but not down to http; any other answer is returned
 * as it is. `fetch` would turn a POST into a GET at a 301, 302 or 303, which the model server answers with `200 {}`. The
 * caller's headers, and with them the key, stay within the origin.
 */
export async function send(request: HttpRequest): Promise<Response> {
  const { method, body = null, signal, send: sendOne = patientFetch } = request;
  let { url, headers } = request;
  for (let redirects = 0; ; redirects++) {
    signal.throwIfAborted();
    const response = await sendOne(url.href, { method, headers, body, redirect: "manual", signal });
    const next = redirectOf(response, url.href);
    const isFollowed = redirects < mostRedirects && [307, 308].includes(response.status);
    if (next === undefined || !isFollowed || (url.protocol === "https:" && next.protocol === "http:")) return response;
    if (next.origin !== url.origin) headers = new Headers({ "content-type": headers.get("content-type") ?? "" });
    url = next;
    await response.body?.cancel();
  }
}
