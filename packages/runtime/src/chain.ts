/** What a generated module knows of its chain, whatever its transport. */
export interface AnyChain {
  /** The name of the entrypoint class. Errors begin with it. */
  readonly name: string;
  /** The chain's id, if it was known when the module was generated. `chainId` of a call overrides it. */
  readonly chainId?: string | undefined;
  /** The chain's whole URL, if that was known instead. `url`, `chainId` and `baseUrl` of a call override it. */
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
  /** Never there at run time. It carries the types, under a name that two copies of the package share. */
  readonly "~types"?: { input: Input; output: Output };
}
