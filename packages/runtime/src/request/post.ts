/** How many redirects are followed. */
const mostRedirects = 5;

/** One POST, ready to be sent. */
export interface PostRequest {
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly send: typeof fetch;
  readonly signal: AbortSignal;
}

/**
 * Sends a POST and follows redirects that keep it one (307 and 308); any other answer is returned as it is. `fetch` would
 * turn a POST into a GET at a 301, 302 or 303, which the model server answers with `200 {}`. The caller's headers, and with
 * them the key, stay within the origin.
 */
export async function post({ url, headers, body, send, signal }: PostRequest): Promise<Response> {
  for (let redirects = 0; ; redirects++) {
    signal.throwIfAborted();
    const init = { method: "POST", headers, body, redirect: "manual", signal } as const;
    const response = await send(url.href, init);
    const next = redirects < mostRedirects ? redirectOf(response, url) : undefined;
    if (next === undefined) return response;
    if (next.origin !== url.origin) headers = new Headers({ "content-type": "application/json" });
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
