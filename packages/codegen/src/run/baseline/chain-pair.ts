import type { ClientFeatures } from "../../diff/client-types.js";
import type { ChainSignature } from "../../signature.js";

/** A chain as it was and as it is. One that is new was not, and one that is gone is not. */
export interface ChainPair {
  readonly before?: ChainSignature;
  readonly after?: ChainSignature;
  readonly features: ClientFeatures;
}

/** A chain as it is. */
export interface PresentChain {
  readonly after: ChainSignature;
  readonly features: ClientFeatures;
}

/**
 * Pairs chains with what they were: by name, else by source, for a chain may have been renamed.
 *
 * @param isWhole - whether the old ones are all that the client had: then one without a successor is gone.
 */
export function pairChains(
  old: readonly ChainSignature[],
  present: readonly PresentChain[],
  isWhole: boolean,
): readonly ChainPair[] {
  const byName = new Map(old.map((signature) => [signature.name, signature]));
  const names = new Set(present.map(({ after }) => after.name));
  const renamed = old.filter(({ name }) => !names.has(name));
  const pairs = present.map((chain): ChainPair => {
    const before =
      byName.get(chain.after.name) ??
      renamed.find(({ source }) => source !== undefined && source === chain.after.source);
    return { ...chain, ...(before && { before }) };
  });
  const used = new Set(pairs.map(({ before }) => before));
  const gone = isWhole ? old.filter((signature) => !used.has(signature)) : [];
  return [...pairs, ...gone.map((before): ChainPair => ({ before, features: {} }))];
}
