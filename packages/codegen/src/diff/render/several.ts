import type { ChainChange } from "../chain-change.js";

/** Whether a chain goes by its client, too: where another one has its name. */
export function isAmbiguous({ name }: ChainChange, chains: readonly ChainChange[]): boolean {
  return chains.filter((other) => other.name === name).length > 1;
}

/** What has become of a chain that was not compared, in words. */
export const fates: Readonly<Record<Exclude<ChainChange["status"], "changed" | "unchanged">, string>> = {
  new: "the chain is new",
  gone: "the chain is gone",
  incomparable: "it cannot be compared",
};
