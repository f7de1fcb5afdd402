import type { AnyChain } from "./chain.js";
import { ChainConfigError } from "./errors/chain-config-error.js";

/** Refuses what is no chain. Callers may be JavaScript, where a wrong name is `undefined`, or that of the function. */
export function checkChain(chain: AnyChain | null | undefined): void {
  if (typeof chain === "object" && chain?.name) return;
  throw new ChainConfigError("`chain` must be a client's object", { chain: "?" });
}
