import type { Target } from "./options/target.js";

/** Finds the id of a chain when a call is made, for a chain whose id is not the same everywhere. */
export interface ChainIdSource {
  /**
   * Finds the id for a call.
   *
   * @throws {@link ChainConfigError} if there is none; it names the chain that is given.
   */
  find(chain: string, target: Target | undefined): string;
  /** Whether the id may be one of this chain: that of any environment; any at all, where none is known yet. */
  mayBe(id: string): boolean;
}
