import type { AnyChain } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { type BaseUrl, httpUrl } from "./http-url.js";
import type { Selection } from "./selection.js";

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
 * generated. What says a part of it again is refused: whichever won, the other would be ignored in silence. Only the end of
 * the one that was known is a default, which a target in the path replaces.
 */
export function copiedUrl(chain: AnyChain, options: CallOptions, selection: Selection): CopiedUrl | undefined {
  const { name, url: known } = chain;
  const { target, chainId, baseUrl, apiHost } = options;
  const { url = (chainId ?? baseUrl) === undefined ? known : undefined } = options;
  if (url === undefined) return undefined;
  const copied = httpUrl(name, "url", url);
  const { pathname } = copied;
  const [end, path = ""] = copiedEnd.exec(pathname) ?? [];
  if (end === undefined) throw new ChainConfigError("`url` does not end in `/run_remote`", { chain: name });
  const base = { ...copied, pathname: pathname.slice(0, -end.length) };
  if ((target ?? chainId ?? baseUrl ?? apiHost) === undefined) return { base, path };
  if (options.url === undefined && apiHost === undefined && path && selection.path) {
    return { base, path: selection.path };
  }
  const message = "`url`, or the client's `chainUrl`, excludes `target`, `chainId`, `baseUrl` and `apiHost`";
  throw new ChainConfigError(message, { chain: name });
}
