/** Headers as `fetch` has them, or as Node's `IncomingMessage` and most frameworks do; their case does not matter. */
export type WebhookHeaders =
  | {
      /** The value of a header; `null` if it was not sent. */
      get(name: string): string | null;
    }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** What a server received, whatever its framework. */
export interface ReceivedRequest {
  /** The headers of the request. The signature is among them. */
  readonly headers: WebhookHeaders;
  /** The raw body, not parsed: all of it, or its parts, as a Node stream gives them. */
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** A webhook: the `Request` of fetch, which nothing has read yet, or the headers and the raw body of any server. */
export type WebhookRequest = Request | ReceivedRequest;
