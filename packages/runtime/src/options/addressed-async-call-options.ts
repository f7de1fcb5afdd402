import type { AsyncCallOptions } from "./async-call-options.js";

/**
 * {@link AsyncCallOptions} that say where the chain is: a module that was generated without a chain id asks for them.
 * One of `chainId`, `url` and `baseUrl` is an address; a target alone is not.
 */
export type AddressedAsyncCallOptions = BaseUrlAsyncCallOptions | UrlAsyncCallOptions | ChainIdAsyncCallOptions;

/** {@link AsyncCallOptions} with a base URL, which makes a chain id unnecessary for every target. */
export interface BaseUrlAsyncCallOptions extends AsyncCallOptions {
  /** What stands in for `https://chain-{chainId}.api.baseten.co`. */
  baseUrl: string;
}

/** {@link AsyncCallOptions} with the whole URL of the call. */
export interface UrlAsyncCallOptions extends AsyncCallOptions {
  /** The URL as copied from the chain's overview page. */
  url: string;
}

/** {@link AsyncCallOptions} with a chain id. */
export interface ChainIdAsyncCallOptions extends AsyncCallOptions {
  /** The id of the chain. */
  chainId: string;
}
