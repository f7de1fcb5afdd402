import type { AnyChain } from "../chain.js";
import { ChainConfigError } from "../errors/chain-config-error.js";
import type { CallOptions } from "../options/call-options.js";
import { httpUrl } from "./http-url.js";
import { isOfRequest, type Operation } from "./operation.js";

/** The end of a copied URL: the path of the target, if it is one of the platform's, and the operation. */
const copiedEnd = /(\/(production|development|(environments|deployment)\/[^/]+))?\/((async_)?run_remote|websocket)\/?$/;

/**
 * The URL of a call where it was given as a whole, in the options or, if they do not say otherwise, when the module was
 * generated. What says a part of it again is refused: whichever won, the other would be ignored in silence.
 */
export function wholeUrl(chain: AnyChain, options: CallOptions, operation: Operation): URL | undefined {
  const { url = chain.url, target, chainId, baseUrl, apiHost } = options;
  const isOverridden = options.url === undefined && (chainId ?? baseUrl) !== undefined;
  if (url === undefined || isOverridden) return undefined;
  if ((target ?? chainId ?? baseUrl ?? apiHost) === undefined) return forOperation(chain.name, url, operation);
  throw new ChainConfigError("`url` excludes `target`, `chainId`, `baseUrl` and `apiHost`", { chain: chain.name });
}

/** The overview page shows the URL of one operation; the others are beside it. */
function forOperation(chain: string, value: string, operation: Operation): URL {
  const url = httpUrl(chain, "url", value);
  if (!copiedEnd.test(url.pathname)) throw new ChainConfigError("`url` does not end in `/run_remote`", { chain });
  const end = (_: string, target = ""): string => `${isOfRequest(operation) ? "" : target}/${operation}`;
  url.pathname = url.pathname.replace(copiedEnd, end);
  return url;
}
