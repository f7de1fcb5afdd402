import type { RetryOptions } from "./retry-options.js";
import type { Target } from "./target.js";

/** The options of a call. All are optional, and `undefined` is the same as leaving an option out. */
export interface CallOptions {
  /**
   * Which deployment of the chain answers. Left out, it is the one in the `chainUrl` that the client was generated with, if
   * there was one. A target that is given replaces its own part of that URL and leaves the rest.
   *
   * @defaultValue "production"
   */
  target?: Target | undefined;
  /**
   * The id of the chain alone, without `chain-`. Left out, it is the one that was known when the module was generated, by
   * `chainId` or in `chainUrl`.
   */
  chainId?: string | undefined;
  /**
   * The whole URL of the call, as copied from the chain's overview page:
   * `https://chain-abc.api.baseten.co/development/run_remote`. Its last segment is `run_remote` or `async_run_remote`, and
   * becomes the one that the call needs. It says all of the address, so `target`, `chainId`, `baseUrl` and `apiHost`
   * beside it are refused. Neither it nor any other address may hold credentials, a query or a fragment.
   */
  url?: string | undefined;
  /**
   * Replaces `https://chain-{chainId}.api.baseten.co` as a whole: a proxy, a test server. Its path is kept, and the path
   * of the target is appended. No chain id is needed then, nor an API key. The path of a regional environment is empty:
   * there, the base URL itself has to lead to that environment. A container as target wins over it.
   */
  baseUrl?: string | undefined;
  /**
   * The domain under `chain-{chainId}.`, if Baseten serves the chain on a different one. It is always called over https.
   *
   * @defaultValue "api.baseten.co"
   */
  apiHost?: string | undefined;
  /**
   * The API key, or a function that gets one for each call, and is called once more after a 401. `null` sends none. Left out,
   * it is the environment variable `BASETEN_API_KEY`, which is never sent to a container. The key goes only to https or to
   * this machine, and to no other origin by a redirect.
   */
  apiKey?: string | null | (() => string | Promise<string>) | undefined;
  /**
   * The word before the key in the `authorization` header. The platform accepts both (Baseten docs, "Call your model").
   *
   * @defaultValue "Api-Key"
   */
  authScheme?: "Api-Key" | "Bearer" | undefined;
  /**
   * Headers to add, such as `traceparent`. An `authorization` of yours is sent as it is, instead of the API key, which is
   * then neither needed nor looked up. A `content-type` of yours is not sent: it says how the input was written.
   */
  headers?: Record<string, string> | Iterable<readonly [string, string]> | undefined;
  /** Aborts the call. The call then rejects with the signal's own reason. */
  signal?: AbortSignal | undefined;
  /**
   * How long the whole call may take, including all its attempts, in milliseconds; `Infinity` for no limit. The default is
   * what the platform itself allows for a call (Baseten docs, "Inference API overview").
   *
   * @defaultValue 1_200_000
   */
  timeoutMs?: number | undefined;
  /** How the call is retried if the chain certainly did not run; `false` for not at all. */
  retry?: RetryOptions | false | undefined;
  /**
   * Used instead of the global `fetch`, with the limits that it has. Node's global `fetch` gives up after 300 seconds of
   * silence; calls of this package lift that limit, unless the process has set a dispatcher that is not one of Node's own.
   */
  fetch?: typeof fetch | undefined;
}
