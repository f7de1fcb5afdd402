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

/** Chains that have changed in the same way, as those do that share a model, together: at the place of the first. */
export function alike(chains: readonly ChainChange[]): readonly (readonly [ChainChange, ...ChainChange[]])[] {
  const groups = new Map<unknown, [ChainChange, ...ChainChange[]]>();
  for (const chain of chains) {
    const key = chain.status === "changed" ? JSON.stringify(chain.changes) : chain;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [chain]);
    else group.push(chain);
  }
  return [...groups.values()];
}
