import { resolve } from "node:path";
import type { GeneratedRun } from "../generate-runs.js";
import type { ReadChain } from "./read-chains.js";

/** Which client of today each chain of a revision belongs to. */
export interface AssignedChains {
  readonly ofClient: ReadonlyMap<GeneratedRun, readonly ReadChain[]>;
  /** Those whose client is no longer generated. */
  readonly others: readonly ReadChain[];
}

/** Assigns chains to the package that they were in, else to the client in their folder. */
export function assignChains(then: readonly ReadChain[], generated: readonly GeneratedRun[]): AssignedChains {
  const ofClient = new Map<GeneratedRun, readonly ReadChain[]>(generated.map((one) => [one, []]));
  const others: ReadChain[] = [];
  for (const chain of then) {
    const client = clientOfChain(chain, generated);
    if (client === undefined) others.push(chain);
    else ofClient.set(client, [...(ofClient.get(client) ?? []), chain]);
  }
  return { ofClient, others };
}

function clientOfChain({ client, out }: ReadChain, generated: readonly GeneratedRun[]): GeneratedRun | undefined {
  const folder = out === undefined ? undefined : resolve(out);
  return (
    generated.find(({ run }) => run.package !== undefined && run.package.name === client) ??
    generated.find(({ run }) => folder !== undefined && resolve(run.out) === folder)
  );
}
