import { join, resolve } from "node:path";
import type { BuiltChain } from "../../build-chain.js";
import { sha256 } from "../../hash.js";
import type { Observation } from "../../read/hosts/recording-host.js";
import type { ChainMemory, RememberedChains } from "../chain-memory.js";
import { mapAsEntries } from "../map-as-entries.js";
import type { GenerateRun } from "../resolve/resolve-runs.js";
import { keepText, readKept } from "./kept-text.js";

/** What is kept of the chains of a run. */
interface KeptChains {
  /** The generator that built them, and where. */
  readonly builder: string;
  /** What any of them depends on: they have most of it in common. */
  readonly observations: readonly Observation[];
  readonly chains: readonly KeptChain[];
}

interface KeptChain {
  readonly key: string;
  readonly chain: BuiltChain;
  /** The places of what it depends on. */
  readonly observed: readonly number[];
}

/**
 * Opens the cache of built chains, for runs of several of which some have changed. One chain alone is not looked for: what
 * is known of its whole run says as much.
 *
 * @param folder - where it is kept.
 * @param generator - what tells this generator from any other that gives other files.
 */
export function openChainCache(folder: string, generator: string): ChainMemory {
  // Paths in what was asked for start at the current folder.
  const builder = sha256(JSON.stringify([generator, process.cwd()]));
  const fileOf = ({ out }: GenerateRun): string => join(folder, `${sha256(resolve(out))}.chains.json`);
  return {
    find(run) {
      const text = run.requests.length > 1 ? readKept(fileOf(run)) : undefined;
      // It is whole, and so it is what `keep` wrote.
      const kept = text === undefined ? undefined : (JSON.parse(text) as KeptChains);
      return kept?.builder === builder ? rememberedChains(kept) : undefined;
    },
    keep(run, chains) {
      if (run.requests.length > 1) keepText(fileOf(run), JSON.stringify(keptChains(builder, chains), mapAsEntries));
    },
  };
}

function rememberedChains({ observations, chains }: KeptChains): RememberedChains {
  return new Map(
    chains.map(({ key, chain, observed }) => {
      const observationsOfChain = observed.flatMap((place) => observations[place] ?? []);
      return [key, { chain: withFiles(chain), observations: observationsOfChain, isIntrospected: false }];
    }),
  );
}

/** A map is kept as its entries, which make one again. */
function withFiles({ client, ...chain }: BuiltChain): BuiltChain {
  return { ...chain, client: client && { ...client, files: new Map(client.files) } };
}

function keptChains(builder: string, chains: RememberedChains): KeptChains {
  const observations: Observation[] = [];
  const places = new Map<string, number>();
  const placeOf = (observation: Observation): number => {
    const key = JSON.stringify(observation);
    const place = places.get(key) ?? observations.push(observation) - 1;
    places.set(key, place);
    return place;
  };
  const lasting = [...chains].filter(([, { isIntrospected }]) => !isIntrospected);
  const kept = lasting.map(([key, { chain, observations: its }]) => ({ key, chain, observed: its.map(placeOf) }));
  return { builder, observations, chains: kept };
}
