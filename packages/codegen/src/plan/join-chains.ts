import { type Diagnostic, hasError } from "../diagnostics/diagnostic.js";
import { type DoubtfulChain, enumerationProblems } from "./binary/binary-problems.js";
import { type NamedChain, TakenNames } from "./collisions.js";

/** A planned chain, as far as it matters to the others of its client. */
export interface JoinedChain extends NamedChain, DoubtfulChain {
  /** What was found when it was planned. */
  readonly diagnostics: readonly Diagnostic[];
}

/** The chains of a client, and what stands in its way. */
export interface JoinedChains<Chain> {
  /** Those without an error, by file name: the order of the sources does not matter. */
  readonly chains: readonly Chain[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Joins chains to one client: names that two of them want are an error of the later one. */
export function joinChains<Chain extends JoinedChain>(chains: readonly Chain[]): JoinedChains<Chain> {
  const taken = new TakenNames();
  const diagnostics: Diagnostic[] = [];
  const joined = chains.filter((chain) => {
    const problems = [...chain.diagnostics, ...taken.take(chain)];
    diagnostics.push(...problems);
    return !hasError(problems);
  });
  return {
    chains: joined.toSorted(byFileName),
    diagnostics: [...diagnostics, ...enumerationProblems(chains)],
  };
}

function byFileName({ outline: left }: NamedChain, { outline: right }: NamedChain): number {
  return left.fileName < right.fileName ? -1 : 1;
}
