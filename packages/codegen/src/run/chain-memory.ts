import type { BuiltChain } from "../build-chain.js";
import type { Observation } from "../read/hosts/recording-host.js";
import type { GenerateRun } from "./resolve/resolve-runs.js";

/** A chain as it was built, and what it was built from. */
export interface RememberedChain {
  readonly chain: BuiltChain;
  readonly observations: readonly Observation[];
  /** Whether Python was run for it: not all that this depends on is in files. */
  readonly isIntrospected: boolean;
}

/** The chains of one run, by what was asked for. */
export type RememberedChains = ReadonlyMap<string, RememberedChain>;

/** What is remembered of chains from one run to the next: whatever it is, it may be lost at the cost of time alone. */
export interface ChainMemory {
  find(run: GenerateRun): RememberedChains | undefined;
  keep(run: GenerateRun, chains: RememberedChains): void;
}

/** A memory that ends with the process. */
export function processMemory(): ChainMemory {
  const chainsOf = new Map<string, RememberedChains>();
  return {
    find: ({ out }) => chainsOf.get(out),
    keep: ({ out }, chains) => void chainsOf.set(out, chains),
  };
}
