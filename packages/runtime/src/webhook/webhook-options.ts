/** How a webhook is verified. */
export interface WebhookOptions {
  /**
   * The webhook secret of the workspace, whole (`whsec_…`), or all that are valid while one is being replaced: one of
   * them must match one of the signatures. Variables that are not set may be among them: what is `undefined` or
   * empty is skipped. If nothing is left, every webhook is refused with a `ChainConfigError`.
   *
   * `null` accepts webhooks without looking at their signature, for a workspace that has no secret: Baseten signs nothing
   * then, so anyone who knows the address can post a result.
   *
   * Source: Baseten docs, "Async inference".
   */
  secrets: string | readonly (string | undefined)[] | undefined | null;
  /**
   * How far the time of sending may be from this machine's clock, in seconds, in both directions. A webhook that was
   * recorded and is sent again later is refused by it. One that is sent again sooner is not: remember the ids that you
   * have seen. `Infinity` accepts any time.
   *
   * @defaultValue 300
   */
  toleranceSeconds?: number | undefined;
  /**
   * The most bytes that the body may have. Of a stream, no more is read.
   *
   * @defaultValue 16_777_216
   */
  maxBodyBytes?: number | undefined;
  /** The id of the chain that was called, if it is not the one that the module was generated with. */
  chainId?: string | undefined;
}
