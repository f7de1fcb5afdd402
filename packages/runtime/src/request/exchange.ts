import { ChainConfigError } from "../errors/chain-config-error.js";
import type { Receive } from "../response/answer.js";
import { connectionFailure } from "../response/connection-failure.js";
import { redirectOf } from "../response/redirect.js";
import { shownText } from "../response/reply.js";
import { expectClose, wasClosing } from "./closing-connections.js";
import type { SentHeaders } from "./headers.js";
import { patientDispatcher } from "./patient-dispatcher.js";

/** How many redirects are followed. */
const mostRedirects = 5;

/** The statuses of redirects that keep the method. */
const kept: readonly number[] = [307, 308];

/** One HTTP request, ready to be sent. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly origin: string;
  readonly headers: SentHeaders;
  /** Each `authorization` of its attempts. */
  readonly secret: string;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
  /** The caller's own `fetch`. */
  readonly send: typeof fetch | undefined;
  readonly signal: AbortSignal;
}

/**
 * Sends a request and hands on the answer, whatever it is. Redirects that keep its method (307 and 308) are followed, but not
 * down to http: `fetch` would turn a POST into a GET at a 301, 302 or 303, which the model server answers with `200 {}`. The
 * caller's headers, and with them the key, stay within the origin.
 */
export async function exchange<Result>(chain: string, request: HttpRequest, receive: Receive<Result>): Promise<Result> {
  const { method, origin, secret, body = null, send = fetch, signal } = request;
  const dispatcher = request.send === undefined ? patientDispatcher() : undefined;
  let { url, headers } = request;
  const sentAt = performance.now();
  let response: Response;
  try {
    for (let redirects = 0; ; redirects++) {
      signal.throwIfAborted();
      // The caller's own `fetch` may keep what it gets, or change it.
      const answer = send(url, { method, headers: { ...headers }, body, redirect: "manual", signal, ...dispatcher });
      response = Object(await answer) as Response;
      const next = kept.includes(response.status) && redirects < mostRedirects ? redirectOf(response, url) : undefined;
      if (next === undefined || (next.protocol === "http:" && url.startsWith("https:"))) break;
      // An address is shown: by what breaks there, and to the caller's own `fetch`.
      if (shownText({ secret, text: next.href }) !== next.href) break;
      if (next.origin !== origin) headers = { "content-type": headers["content-type"] ?? "" };
      url = next.href;
      // Not every `fetch` has bodies that can be cancelled.
      await (response.body as Partial<ReadableStream> | null)?.cancel?.();
    }
  } catch (cause) {
    if (!signal.aborted && wasClosing(origin, sentAt, cause)) return exchange(chain, request, receive);
    throw connectionFailure(chain, origin, cause);
  }
  const { headers: given } = response as Partial<Response>;
  if (!given?.get) throw new ChainConfigError("`fetch` gives no Response", { chain });
  if (given.get("x-baseten-error-code") === "500" && response.status === 500) expectClose(origin);
  return await receive({ chain, origin, response, secret });
}
