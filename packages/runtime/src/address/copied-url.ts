import type { AnyChain } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { type BaseUrl, httpUrl } from "./http-url.js";

/** A URL that was given as a whole, without its operation: the others are beside it. */
export interface CopiedUrl {
  /** What comes before the path of the target. */
  readonly base: BaseUrl;
  /** The path of the target, if it is one of the platform's. */
  readonly path: string;
}

const copiedEnd = /(\/(production|development|(environments|deployment)\/[^/]+))?\/((async_)?run_remote|websocket)\/?$/;

/**
 * Reads the URL of a call where it was given as a whole, in the options or, if they do not say otherwise, when the module was
 * generated. What says a part of it again is refused: whichever won, the other would be ignored in silence.
 */
export function copiedUrl({ name: chain, url: known }: AnyChain, options: CallOptions): CopiedUrl | undefined {
  const { target, chainId, baseUrl, apiHost } = options;
  const { url = (chainId ?? baseUrl) === undefined ? known : undefined } = options;
  if (url === undefined) return undefined;
  if ((target ?? chainId ?? baseUrl ?? apiHost) !== undefined) {
    throw new ChainConfigError("`url` excludes `target`, `chainId`, `baseUrl` and `apiHost`", { chain });
  }
  const { origin, pathname } = httpUrl(chain, "url", url);
  const [end, path = ""] = copiedEnd.exec(pathname) ?? [];
  if (end === undefined) throw new ChainConfigError("`url` does not end in `/run_remote`", { chain });
  return { base: { origin, pathname: pathname.slice(0, -end.length) }, path };
}
