import type { CallOptions } from "./call-options.js";
import type { ContainerTarget } from "./target.js";

/**
 * {@link CallOptions} that say where the chain is: a module that was generated without a chain id asks for them.
 * One of `chainId`, `url`, `baseUrl` and a container as `target` is an address; a target alone is not.
 */
export type AddressedCallOptions = ContainerCallOptions | BaseUrlCallOptions | UrlCallOptions | ChainIdCallOptions;

/** {@link CallOptions} with a container as target. */
export interface ContainerCallOptions extends CallOptions {
  /** The model server that answers. */
  target: ContainerTarget;
}

/** {@link CallOptions} with a base URL, which makes a chain id unnecessary for every target. */
export interface BaseUrlCallOptions extends CallOptions {
  /** What stands in for `https://chain-{chainId}.api.baseten.co`. */
  baseUrl: string;
}

/** {@link CallOptions} with the whole URL of the call. */
export interface UrlCallOptions extends CallOptions {
  /** The URL as copied from the chain's overview page. */
  url: string;
}

/** {@link CallOptions} with a chain id. */
export interface ChainIdCallOptions extends CallOptions {
  /** The id of the chain. */
  chainId: string;
}
