import type { ConnectOptions } from "../options/connect-options.js";
import { mergeOptions } from "../options/merge-options.js";
import type { ChainSocket } from "./chain-socket.js";

/** A generated function that connects: it takes options alone. */
export type Connector = (options: never) => Promise<ChainSocket>;

/**
 * Binds options to a generated function that connects, so that several connections share them. It does what `withOptions`
 * does for functions that take an input: nothing tells the one kind from the other when they are called.
 *
 * Options of a connection override the bound ones, unless they are `undefined`; an address in it (`url`, say) also replaces
 * a bound one that says it in another way (`target`, say).
 *
 * @param connector - The generated function.
 * @param options - What to bind. For a client without a chain id of its own, an address is part of it.
 * @example
 * ```ts
 * const connect = withConnectOptions(connectEcho, { target: "development" });
 * const socket = await connect();
 * ```
 */
export function withConnectOptions<Connect extends Connector>(
  connector: Connect,
  options: Exclude<Parameters<Connect>[0], undefined>,
): (options?: ConnectOptions) => Promise<ChainSocket> {
  return (own) => connector(mergeOptions(options, own) as never);
}
