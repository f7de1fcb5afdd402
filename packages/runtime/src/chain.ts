import type { ChainIdSource } from "./chain-id-source.js";
import type { DeployedTarget } from "./options/target.js";

/** What a generated module knows about its chain, whatever its transport. */
export interface AnyChain {
  /** The name of the entrypoint class. Errors begin with it. */
  readonly name: string;
  /**
   * The chain's id, if it was known when the module was generated, or what finds it when a call is made. `chainId` of a call
   * overrides it.
   */
  readonly chainId?: string | ChainIdSource | undefined;
  /** The domain of the chain's URL, if that is not the usual one. `apiHost` of a call overrides it. */
  readonly apiHost?: string | undefined;
  /** Which deployment the chain's URL belongs to. `target` of a call overrides it. */
  readonly target?: DeployedTarget | undefined;
  /**
   * The chain's whole URL, if that was known and does not look like the platform's: a proxy's. `url`, `chainId`, `baseUrl`
   * and a container of a call override it; `target` replaces its end.
   */
  readonly url?: string | undefined;
}

/**
 * A chain that answers with JSON. Generated modules export one per chain; pass it to {@link invoke}.
 *
 * `Input` and `Output` are invariant: a typo in the input is a compile error wherever the descriptor goes.
 */
export interface ChainDescriptor<in out Input, in out Output> extends AnyChain {
  /** How the chain answers. */
  readonly transport: "json";
  /** Never present at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~types"?: { input: Input; output: Output };
}

/** A chain that streams text or bytes. Generated modules export one per chain; `Input` is invariant. */
export interface StreamDescriptor<in out Input, Transport extends "text-stream" | "byte-stream"> extends AnyChain {
  /** How the chain answers. */
  readonly transport: Transport;
  /** Never present at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~types"?: { input: Input };
}

/** A chain that streams frames. Generated modules export one per chain; its types are invariant. */
export interface FramedStreamDescriptor<in out Input, in out Header, in out Item, in out Footer> extends AnyChain {
  /** How the chain answers. */
  readonly transport: "framed-stream";
  /** Which frames surround the items. A declared one that does not arrive is an error. */
  readonly frames: { readonly header: boolean; readonly footer: boolean };
  /** Never present at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~types"?: { input: Input; header: Header; item: Item; footer: Footer };
}

/** A chain that speaks over a websocket. Generated modules export one per chain. */
export interface WebSocketDescriptor extends AnyChain {
  /** How the chain answers. */
  readonly transport: "websocket";
}
